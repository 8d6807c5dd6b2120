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
  private static final Shadows SHADOWS = new Shadows();
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

  /** Pairs of (offset of a field, offset of its shadow or clock), for a class and its supers. */
  private static final class Shadows extends ClassValue<long[]> {
    @Override
    protected long[] computeValue(Class<?> type) {
      long[] pairs = new long[16];
      int n = 0;
      for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
        for (String shadow : WovenFields.of(c)) {
          int cut = shadow.startsWith(Resolver.VOLATILE) ? 5 : 4;
          long at = shadow.isEmpty() ? -1 : Internals.offset(c, shadow);
          if (at >= 0) {
            pairs = n == pairs.length ? Arrays.copyOf(pairs, n * 2) : pairs;
            pairs[n++] = Internals.offset(c, shadow.substring(cut));
            pairs[n++] = cut == 5 ? at : -at;
          }
        }
      }
      return Arrays.copyOf(pairs, n);
    }
  }

  /** Shadow offset of the field at {@code offset}: negative for a plain field's; 0 if none. */
  static long shadowOffset(Class<?> type, long offset) {
    long[] pairs = SHADOWS.get(type);
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == offset) {
        return pairs[i + 1];
      }
    }
    return 0;
  }

  /** The clock of what a VarHandle reaches. */
  static SyncClock ofHandle(Object handle, Object first, int second, boolean make) {
    if (first != null && first.getClass().isArray()) {
      return SideVars.element(first, second, make);
    }
    long at = VAR_OFFSET.get(handle.getClass());
    if (at >= 0 && first != null && VAR_BASE.get(handle.getClass()) < 0) {
      return ofAddress(first, Internals.U.getLong(handle, at), make);
    }
    // A static field, or a handle of an unknown kind: the handle and the object stand for it.
    return SideVars.clock(first == null ? handle : first, Integer.valueOf(second), make);
  }

  /** The clock of the field that an updater reaches in an object. */
  static SyncClock ofUpdater(Object updater, Object target, boolean make) {
    long at = UPDATER_OFFSET.get(updater.getClass());
    return at < 0
        ? SideVars.clock(target, updater.getClass(), make)
        : ofAddress(target, Internals.U.getLong(updater, at), make);
  }

  /** The clock of the variable at (base, offset). */
  static SyncClock ofAddress(Object base, long offset, boolean make) {
    if (base.getClass().isArray()) {
      return SideVars.element(base, ELEMENTS.get(base.getClass()).index(offset), make);
    }
    long shadow = shadowOffset(base.getClass(), offset);
    return shadow > 0
        ? Variables.beside(base, shadow, make)
        : SideVars.clock(base, Long.valueOf(offset), make);
  }
}
