package io.racewatch.runtime;

import java.lang.ref.WeakReference;

/**
 * Where the shadow of the field at a site stands, or that it has none. Sites are never forgotten,
 * so the class is held weakly; whoever runs its code keeps it alive.
 */
final class ShadowPlace {
  /** The class of the field could not be found: no check. */
  static final ShadowPlace NONE = new ShadowPlace(null, -1, -1, false, "");

  /**
   * Offset of the shadow in the object, or in the class for a static field; -1: in a side table.
   */
  final long offset;

  /** Offset of the field itself. */
  final long field;

  final boolean isVolatile;

  /** {@code pkg.Class.field} by the declaring class; empty: final, so there is nothing to check. */
  final String member;

  private final WeakReference<Class<?>> declaring;

  /** The clock of the initializer that uses of the field come after; null until it is known. */
  InitClock initializer;

  /** 0 until known, then 1 or -1; whoever looks finds the same. */
  private int reference;

  ShadowPlace(Class<?> declaring, long offset, long field, boolean isVolatile, String member) {
    this.declaring = declaring == null ? null : new WeakReference<>(declaring);
    this.offset = offset;
    this.field = field;
    this.isVolatile = isVolatile;
    this.member = member;
  }

  /** Whether the field is one that holds a reference; looked for when first asked. */
  boolean holdsReference() {
    int known = reference;
    if (known == 0) {
      reference = known = isReference() ? 1 : -1;
    }
    return known > 0;
  }

  private boolean isReference() {
    Class<?> owner = declaring();
    try {
      String name = member.substring(member.lastIndexOf('.') + 1);
      return owner != null && !owner.getDeclaredField(name).getType().isPrimitive();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException unknown) {
      return false;
    }
  }

  /**
   * The declaring class: HotSpot keeps static fields in its mirror, and it knows the order of its
   * initialisation. Null if the class was not found.
   */
  Class<?> declaring() {
    return declaring == null ? null : declaring.get();
  }
}
