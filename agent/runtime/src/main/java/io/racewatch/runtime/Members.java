package io.racewatch.runtime;

/** How members are named in findings. */
final class Members {
  private Members() {}

  /**
   * {@code pkg.Class.field} by the declaring class, {@code pkg.Class.field[]}, {@code int[]}, or
   * the runtime class of a library object.
   */
  static String name(int siteNumber, Object subject, int index) {
    Sites.Site site = Sites.site(siteNumber);
    if (index >= 0) {
      return site.kind == Sites.ELEMENT && !site.name.isEmpty()
          ? site.owner + "." + site.name + "[]"
          : typeName(subject);
    }
    if (site.kind == Sites.CALL) {
      return typeName(subject);
    }
    ShadowPlace place = site.place;
    return place != null && !place.member.isEmpty() ? place.member : site.owner + "." + site.name;
  }

  /** Like {@code int[]}, {@code java.lang.String[][]} or {@code java.util.HashMap}. */
  static String typeName(Object object) {
    return object == null ? "" : object.getClass().getTypeName();
  }
}
