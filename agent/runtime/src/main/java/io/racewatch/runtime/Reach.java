package io.racewatch.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Follows references from object to object, without calling the program: where a racy publication
 * leads. Within bounds, since it runs in the program's thread.
 */
final class Reach {
  private static final int OBJECTS = 600;
  private static final Layouts LAYOUTS = new Layouts();

  private Reach() {}

  /** The fields of a class that hold references, those of its superclasses too. */
  private static final class Layout {
    final long[] offsets;
    final boolean[] isFinal;

    Layout(long[] offsets, boolean[] isFinal) {
      this.offsets = offsets;
      this.isFinal = isFinal;
    }
  }

  /** Layouts by class; holds no class alive. */
  private static final class Layouts extends ClassValue<Layout> {
    @Override
    protected Layout computeValue(Class<?> type) {
      long[] offsets = new long[8];
      boolean[] isFinal = new boolean[8];
      int n = 0;
      for (Class<?> c = type; c != null; c = c.getSuperclass()) {
        for (Field f : c.getDeclaredFields()) {
          if (!Modifier.isStatic(f.getModifiers()) && !f.getType().isPrimitive()) {
            if (n == offsets.length) {
              offsets = Arrays.copyOf(offsets, n * 2);
              isFinal = Arrays.copyOf(isFinal, n * 2);
            }
            offsets[n] = Internals.U.objectFieldOffset(f);
            isFinal[n++] = Modifier.isFinal(f.getModifiers());
          }
        }
      }
      return new Layout(Arrays.copyOf(offsets, n), isFinal);
    }
  }

  /** The reference that stands in the variable now, or null if it is none or not known. */
  static Object value(Object subject, int index, Sites.Site site) {
    if (subject instanceof Object[] array && index >= 0) {
      return index < array.length ? array[index] : null;
    }
    ShadowPlace place = site == null ? null : site.place;
    if (place == null || place.field < 0 || place.declaring() == null || !place.holdsReference()) {
      return null;
    }
    Object base = site.kind == Sites.STATIC ? place.declaring() : subject;
    return base == null ? null : Internals.U.getReference(base, place.field);
  }

  /** Whether a final field of one object holds the other. */
  static boolean stepsTo(Object from, Object to) {
    if (from == null || from instanceof Object[]) {
      return false;
    }
    Layout layout = LAYOUTS.get(from.getClass());
    for (int i = 0; i < layout.offsets.length; i++) {
      if (layout.isFinal[i] && Internals.U.getReference(from, layout.offsets[i]) == to) {
        return true;
      }
    }
    return false;
  }

  /** Whether a way leads from one object to another, at least one step by a final field. */
  static boolean throughFinal(Object root, Object to) {
    if (root == null) {
      return false;
    }
    Object[] found = new Object[64];
    boolean[] frozen = new boolean[64];
    found[0] = root;
    int n = 1;
    for (int i = 0; i < n && n < OBJECTS; i++) {
      Object from = found[i];
      Layout layout = from instanceof Object[] ? null : LAYOUTS.get(from.getClass());
      int steps = layout == null ? ((Object[]) from).length : layout.offsets.length;
      for (int k = 0; k < steps && n < OBJECTS; k++) {
        Object next =
            layout == null
                ? ((Object[]) from)[k]
                : Internals.U.getReference(from, layout.offsets[k]);
        boolean through = frozen[i] || layout != null && layout.isFinal[k];
        if (next == to && through) {
          return true;
        }
        if (next != null && leads(next) && isNew(next, through, found, frozen, n)) {
          if (n == found.length) {
            found = Arrays.copyOf(found, n * 2);
            frozen = Arrays.copyOf(frozen, n * 2);
          }
          found[n] = next;
          frozen[n++] = through;
        }
      }
    }
    return false;
  }

  /** Whether there may be anything behind it. */
  private static boolean leads(Object o) {
    return !(o instanceof String
        || o instanceof Number
        || o instanceof Class
        || o instanceof Thread
        || o instanceof ClassLoader
        || o.getClass().isArray() && o.getClass().getComponentType().isPrimitive());
  }

  /** Whether it was not found yet, or only by a way without a final field. */
  private static boolean isNew(Object o, boolean through, Object[] found, boolean[] frozen, int n) {
    for (int i = 0; i < n; i++) {
      if (found[i] == o && (frozen[i] || !through)) {
        return false;
      }
    }
    return true;
  }
}
