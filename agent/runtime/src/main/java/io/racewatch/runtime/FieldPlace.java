package io.racewatch.runtime;

import java.lang.reflect.Modifier;

/**
 * A field that is reached by something other than a field instruction: a handle, an updater, an
 * offset, reflection. There is one of these for each field.
 */
final class FieldPlace {
  final ShadowPlace place;
  final boolean isStatic;
  final boolean isTransient;

  /** Whether its accesses count: not if sample mode leaves it out. */
  final boolean isWatched;

  /**
   * A plain access to this volatile field was seen: from then on the handles' other accesses are
   * kept, too. Racy, it only goes from false to true.
   */
  boolean mixed;

  /** By the site of a call, the site of this field there. */
  private final SiteMap sites = new SiteMap();

  /**
   * A field.
   *
   * @param modifiers as reflection has them
   */
  FieldPlace(ShadowPlace place, int modifiers) {
    this.place = place;
    String member = place.member;
    this.isWatched = Sampling.watchesField(member.substring(member.lastIndexOf('.') + 1));
    this.isStatic = Modifier.isStatic(modifiers);
    this.isTransient = Modifier.isTransient(modifiers);
  }

  /** Whether the object, or the class of a static field, has the field. */
  boolean isIn(Object base) {
    Class<?> declaring = place.declaring();
    return declaring != null && (isStatic ? base == declaring : declaring.isInstance(base));
  }

  /** The site that stands for the field's access by the call at a site. */
  int site(int call, boolean atomic) {
    int key = atomic ? -call - 1 : call;
    int found = sites.find(key);
    return found != 0
        ? found
        : sites.add(key, Sites.derive(call, isStatic ? Sites.STATIC : Sites.FIELD, place, atomic));
  }
}
