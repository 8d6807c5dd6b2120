package io.racewatch.runtime;

/**
 * Where the shadow of the field at a site stands: a base and an offset, or nowhere beside the data.
 * Immutable.
 */
final class ShadowPlace {
  /** The field needs no check: it is final, or its class could not be found. */
  static final ShadowPlace NONE = new ShadowPlace(null, -1, -1, false, "", null);

  /** The class mirror for a static field, null for an instance field. */
  final Object base;

  /** Offset of the shadow in the object or the base; -1: in the side table, or none. */
  final long offset;

  /** Offset of the field itself; -1 where its class is not woven. */
  final long data;

  final boolean isVolatile;

  /** {@code pkg.Class.field} by the declaring class. */
  final String member;

  /** The declaring class's initialisation order, where it has a static initializer. */
  final Class<?> declaring;

  ShadowPlace(
      Object base, long offset, long data, boolean isVolatile, String member, Class<?> declaring) {
    this.base = base;
    this.offset = offset;
    this.data = data;
    this.isVolatile = isVolatile;
    this.member = member;
    this.declaring = declaring;
  }
}
