package io.racewatch.runtime;

import java.lang.reflect.Modifier;

/**
 * Finds the shadow of a field from the site of an access. The access has just been made, so its
 * class is loaded and, if the field is static, initialised; nothing is loaded or initialised here
 * that the program had not. (A volatile write is told of before it is made: then the class may be
 * loaded a moment early.)
 */
final class Resolver {
  /** What the names of all woven members begin with. */
  static final String PREFIX = "$rw$";

  /** What the names of the clocks of volatile fields begin with; no Java name holds a {@code !}. */
  static final String VOLATILE = "$rw$!";

  private Resolver() {}

  /** For an instance field of {@code object}. */
  static ShadowPlace instance(Sites.Site site, Object object, ThreadState t) {
    ShadowPlace place = site.place;
    return place != null ? place : resolve(site, object.getClass(), t);
  }

  /** For a static field. Called from a hook that woven code called. */
  static ShadowPlace forStatic(Sites.Site site, ThreadState t) {
    ShadowPlace place = site.place;
    return place != null ? place : resolve(site, null, t);
  }

  /** What the JDK does here is not the program's. */
  private static ShadowPlace resolve(Sites.Site site, Class<?> of, ThreadState t) {
    ShadowPlace place;
    t.inside++;
    try {
      place = search(site, of == null ? staticOwner(site) : owner(of, site));
    } catch (LinkageError | RuntimeException unreadable) {
      place = ShadowPlace.NONE;
    } finally {
      t.inside--;
    }
    // Not where the stack or the heap was full: the next access tries again.
    site.place = place;
    if (site.kind == Sites.FIELD && place.offset > 0 && !place.isVolatile) {
      Sites.offset(site, place.offset);
    }
    return place;
  }

  /** The class that the instruction names. */
  private static Class<?> owner(Class<?> of, Sites.Site site) {
    Class<?> owner = of;
    while (owner != null && !Callers.isNamed(owner, site.owner)) {
      owner = owner.getSuperclass();
    }
    return owner;
  }

  private static Class<?> staticOwner(Sites.Site site) {
    Class<?> caller = Callers.woven(Sites.methodOf(site).className());
    if (caller == null) {
      return null;
    }
    Class<?> known = owner(caller, site);
    if (known != null) {
      return known;
    }
    try {
      return Class.forName(site.owner, false, caller.getClassLoader());
    } catch (ClassNotFoundException notThere) {
      return null;
    }
  }

  /** A class, its interfaces, its superclass (JVMS 5.4.3.2). */
  private static ShadowPlace search(Sites.Site site, Class<?> owner) {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      ShadowPlace place = declared(c, site.name);
      if (place == null && site.kind == Sites.STATIC) {
        place = inherited(site, c);
      }
      if (place != null) {
        return place;
      }
    }
    return ShadowPlace.NONE;
  }

  private static ShadowPlace inherited(Sites.Site site, Class<?> c) {
    for (Class<?> i : c.getInterfaces()) {
      ShadowPlace place = declared(i, site.name);
      if (place == null) {
        place = inherited(site, i);
      }
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** The place of a field that the class itself declares, or null. */
  static ShadowPlace declared(Class<?> c, String name) {
    long field = Internals.offset(c, name);
    if (field < 0) {
      return null;
    }
    String member = Callers.name(c) + "." + name;
    long shadow = Internals.offset(c, PREFIX + name);
    if (shadow >= 0) {
      return new ShadowPlace(c, shadow, field, false, member);
    }
    shadow = Internals.offset(c, VOLATILE + name);
    if (shadow >= 0) {
      return new ShadowPlace(c, shadow, field, true, member);
    }
    int modifiers = modifiers(c, name);
    boolean isFinal = (modifiers & Modifier.FINAL) != 0;
    boolean isVolatile = (modifiers & Modifier.VOLATILE) != 0;
    return new ShadowPlace(c, -1, field, isVolatile, isFinal ? "" : member);
  }

  private static int modifiers(Class<?> c, String name) {
    try {
      return c.getDeclaredField(name).getModifiers();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException hidden) {
      return Modifier.FINAL; // unreadable: better silent than wrong
    }
  }
}
