package io.racewatch.runtime.table;

import jdk.internal.misc.Unsafe;

/** Where fields stand in their objects. Stateless. */
public final class Offsets {
  private static final Unsafe U = Unsafe.getUnsafe();

  /**
   * Offset of the field with the thread's scoped values, or -1 before JDK 21. The JVM clears it
   * whenever an InternalError is thrown, also ours for a field that is not there; and a thread that
   * has opened a scope for subtasks may not have it changed.
   */
  private static final long SCOPED_VALUES = scopedValues();

  private Offsets() {}

  /** Offset of a field that the class itself declares, static or not; -1 if it has none. */
  public static long of(Class<?> owner, String field) {
    if (owner.isArray() || owner.isPrimitive()) {
      return -1; // the JVM itself does not ask, and crashes
    }
    Object bindings = SCOPED_VALUES < 0 ? null : bindings();
    try {
      return U.objectFieldOffset(owner, field);
    } catch (Error missing) {
      if (SCOPED_VALUES > 0 && bindings != null) {
        U.putReference(Thread.currentThread(), SCOPED_VALUES, bindings);
      }
      return -1;
    }
  }

  private static Object bindings() {
    return U.getReference(Thread.currentThread(), SCOPED_VALUES);
  }

  private static long scopedValues() {
    try {
      return U.objectFieldOffset(Thread.class, "scopedValueBindings");
    } catch (Error before21) {
      return -1;
    }
  }
}
