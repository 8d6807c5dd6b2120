package io.racewatch.runtime;

import java.util.Arrays;

/**
 * Which variable a VarHandle, a field updater or Unsafe reaches: read from the handle's own offset,
 * so that a volatile field and every handle on it share one clock.
 */
final class HandleVars {
  private static final Offsets VAR_OFFSET = new Offsets("fieldOffset");
  private static final Offsets VAR_BASE = new Offsets("base");
  private static final Offsets UPDATER_OFFSET = new Offsets("offset");
  private static final Offsets LAZY_TARGET = new Offsets("target");
  private static final Offsets LAZY_CLASS = new Offsets("refc");
  private static final Shadows CLOCKS = new Shadows(false);
  private static final Shadows STATICS = new Shadows(true);
  private static final Layouts ELEMENTS = new Layouts();

  private HandleVars() {}

  /** Offsets of a field by its name in a class or one of its superclasses. */
  private static final class Offsets extends ClassValue<Long> {
    private final String field;

    Offsets(String field) {
      this.field = field;
    }

    @Override
    protected Long computeValue(Class<?> type) {
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        long offset = Internals.offset(c, field);
        if (offset >= 0) {
          return offset;
        }
      }
      return -1L;
    }
  }

  /** How the elements of an array type lie. */
  private record Elements(long base, long scale) {
    int index(long offset) {
      return (int) ((offset - base) / scale);
    }
  }

  private static final class Layouts extends ClassValue<Elements> {
    @Override
    protected Elements computeValue(Class<?> array) {
      return new Elements(Internals.arrayBase(array), Internals.U.arrayIndexScale(array));
    }
  }

  /**
   * Pairs of (offset of a volatile field, offset of its clock): of the instance fields of a class
   * and its supers, or of the static fields of a class.
   */
  private static final class Shadows extends ClassValue<long[]> {
    private final boolean statics;

    Shadows(boolean statics) {
      this.statics = statics;
    }

    @Override
    protected long[] computeValue(Class<?> type) {
      long[] pairs = {};
      if (statics) {
        return add(pairs, type, WovenFields.statics(type));
      }
      for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
        pairs = add(pairs, c, WovenFields.of(c));
      }
      return pairs;
    }

    private static long[] add(long[] pairs, Class<?> c, String[] shadows) {
      long[] all = pairs;
      for (String shadow : shadows) {
        long at = shadow.startsWith(Resolver.VOLATILE) ? Internals.offset(c, shadow) : -1;
        if (at >= 0) {
          int n = all.length;
          all = Arrays.copyOf(all, n + 2);
          all[n] = Internals.offset(c, shadow.substring(Resolver.VOLATILE.length()));
          all[n + 1] = at;
        }
      }
      return all;
    }
  }

  /** Where the clock of the field at {@code offset} stands; -1 if there is none in the object. */
  private static long clockOffset(long[] pairs, long offset) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == offset) {
        return pairs[i + 1];
      }
    }
    return -1;
  }

  /**
   * The clock of what a VarHandle reaches.
   *
   * @param first the first argument if it is a reference: the object or array, but for the handle
   *     of a static field a value
   * @param second the argument after it if it is an int, else -1: the index if there is an array
   */
  static SyncClock ofHandle(Object handle, Object first, int second, boolean make) {
    Object direct = direct(handle);
    Class<?> kind = direct.getClass();
    long at = VAR_OFFSET.get(kind);
    if (at >= 0) {
      long base = VAR_BASE.get(kind);
      Object holder = base >= 0 ? Internals.U.getReference(direct, base) : first;
      return holder == null ? null : ofAddress(holder, Internals.U.getLong(direct, at), make);
    }
    if (first != null && first.getClass().isArray()) {
      return SideVars.element(first, second, make);
    }
    // A handle of an unknown kind: the handle or the object stands for it.
    return SideVars.clock(first == null ? handle : first, HandleVars.class, second, make);
  }

  /** The handle behind one that waits for its class to be initialised (from JDK 22 on). */
  private static Object direct(Object handle) {
    Class<?> kind = handle.getClass();
    long target = LAZY_CLASS.get(kind) < 0 ? -1 : LAZY_TARGET.get(kind);
    return target < 0 ? handle : Internals.U.getReference(handle, target);
  }

  /** The clock of the field that an updater reaches in an object. */
  static SyncClock ofUpdater(Object updater, Object target, boolean make) {
    long at = UPDATER_OFFSET.get(updater.getClass());
    return at < 0
        ? SideVars.clock(target, updater.getClass(), 0, make)
        : ofAddress(target, Internals.U.getLong(updater, at), make);
  }

  /** The clock of the variable at (base, offset). */
  static SyncClock ofAddress(Object base, long offset, boolean make) {
    if (base.getClass().isArray()) {
      return SideVars.element(base, ELEMENTS.get(base.getClass()).index(offset), make);
    }
    long[] pairs = base instanceof Class<?> c ? STATICS.get(c) : CLOCKS.get(base.getClass());
    long clock = clockOffset(pairs, offset);
    return clock >= 0 ? Variables.beside(base, clock, make) : SideVars.at(base, offset, make);
  }
}
