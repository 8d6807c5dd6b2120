package io.racewatch.runtime;

import java.util.Arrays;

/**
 * A field that is reached by something other than a field instruction: a handle, an updater, an
 * offset, reflection. There is one of these for each field.
 */
final class FieldPlace {
  final ShadowPlace place;
  final boolean isStatic;

  /**
   * A plain access to this volatile field was seen: from then on the handles' other accesses are
   * kept, too. Racy, it only goes from false to true.
   */
  boolean mixed;

  /** Pairs of a call's site and the site of this field there; replaced as a whole. */
  private volatile int[] sites = {};

  FieldPlace(ShadowPlace place, boolean isStatic) {
    this.place = place;
    this.isStatic = isStatic;
  }

  /** Whether the object, or the class of a static field, has the field. */
  boolean isIn(Object base) {
    Class<?> declaring = place.declaring();
    return declaring != null && (isStatic ? base == declaring : declaring.isInstance(base));
  }

  /** The site that stands for the field's access by the call at a site. */
  int site(int call, boolean atomic) {
    int key = atomic ? -call - 1 : call;
    int found = find(sites, key);
    return found != 0 ? found : add(key, call, atomic);
  }

  private static int find(int[] pairs, int key) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == key) {
        return pairs[i + 1];
      }
    }
    return 0;
  }

  private synchronized int add(int key, int call, boolean atomic) {
    int[] old = sites;
    int found = find(old, key);
    if (found != 0) {
      return found;
    }
    int site = Sites.derive(call, isStatic ? Sites.STATIC : Sites.FIELD, place, atomic);
    int[] more = Arrays.copyOf(old, old.length + 2);
    more[old.length] = key;
    more[old.length + 1] = site;
    sites = more;
    return site;
  }
}
