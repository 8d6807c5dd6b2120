package io.racewatch.runtime;

import io.racewatch.runtime.table.Beside;
import java.util.Arrays;

/** Shadow fields of classes, to forget what a {@code clone} copied along with the data. */
final class Copies {
  private static final Shadows SHADOWS = new Shadows();

  private Copies() {}

  private static final class Shadows extends ClassValue<long[]> {
    @Override
    protected long[] computeValue(Class<?> type) {
      long[] offsets = new long[8];
      int n = 0;
      for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
        String[] names = WovenFields.of(c);
        for (int i = -1; i < names.length; i++) {
          long offset = Internals.offset(c, i < 0 ? Beside.FIELD : names[i]);
          if (offset >= 0) {
            offsets = n == offsets.length ? Arrays.copyOf(offsets, n * 2) : offsets;
            offsets[n++] = offset;
          }
        }
      }
      return Arrays.copyOf(offsets, n);
    }
  }

  /** The copy is new: nobody else has seen it, so nothing is known of its variables. */
  static void forget(Object copy) {
    for (long offset : SHADOWS.get(copy.getClass())) {
      Internals.U.putReference(copy, offset, null);
    }
  }

  /** The copy was made from it: every field was read, the volatile ones as such. */
  static void read(Object original, ThreadState t, int site) {
    LibraryShadow.access(original, false, t, site);
    Target target = t.target();
    for (FieldPlace each : FieldPlaces.of(original.getClass())) {
      target.field(original, each.place.field, each);
      if (each.place.isVolatile) {
        Variables.field(each.place, original, false, t, site);
      } else if (target.isKept(VarMode.PLAIN_READ)) {
        target.plain(false, t, site);
      }
    }
  }
}
