package io.racewatch.runtime;

import io.racewatch.runtime.table.Offsets;
import jdk.internal.misc.Unsafe;

/** The JDK's internals that the runtime stands on; named in one place. */
final class Internals {
  static final Unsafe U = Unsafe.getUnsafe();

  /**
   * Offset of the field of Thread in which the thread's state stands, or -1. The field holds an
   * object whose only use is to be locked for a moment ({@code blockerLock} in 17, {@code
   * interruptLock} later); a state object serves for that as well as any other.
   */
  static final long STATE_FIELD = stateField();

  /** Offset of {@code Thread.tid}, or -1. */
  static final long TID_FIELD = offset(Thread.class, "tid");

  private static final long REFERENCES = arrayBase(Object[].class);
  private static final long REFERENCE = U.arrayIndexScale(Object[].class);

  private Internals() {}

  private static long stateField() {
    long offset = offset(Thread.class, "interruptLock");
    return offset >= 0 ? offset : offset(Thread.class, "blockerLock");
  }

  /** Offset of a field that the class itself declares, static or not; -1 if it has none. */
  static long offset(Class<?> owner, String field) {
    return Offsets.of(owner, field);
  }

  /** The offset of element {@code index} of an array of references. */
  static long element(int index) {
    return REFERENCES + index * REFERENCE;
  }

  /**
   * Offset of the first element of an array. By reflection, for the type of the answer differs: an
   * int before JDK 25, a long since.
   */
  static long arrayBase(Class<?> array) {
    try {
      Object base = Unsafe.class.getMethod("arrayBaseOffset", Class.class).invoke(U, array);
      return ((Number) base).longValue();
    } catch (ReflectiveOperationException renamed) {
      throw new InternalError(renamed);
    }
  }
}
