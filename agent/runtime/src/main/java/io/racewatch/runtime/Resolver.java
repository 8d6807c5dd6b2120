package io.racewatch.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Finds the shadow of a field from the site of an access. The access has just been made, so its
 * class is loaded and, if the field is static, initialised; nothing is loaded or initialised here
 * that the program had not.
 */
final class Resolver {
  /** What the names of all woven members begin with. */
  static final String PREFIX = "$rw$";

  /** What the names of the clocks of volatile fields begin with; no Java name holds a {@code !}. */
  static final String VOLATILE = "$rw$!";

  private Resolver() {}

  /** For an instance field of {@code object}. */
  static ShadowPlace instance(Sites.Site site, Object object) {
    ShadowPlace place = site.place;
    return place != null ? place : resolve(site, object.getClass());
  }

  /** For a static field; {@code null} object. Called from a hook that woven code called. */
  static ShadowPlace forStatic(Sites.Site site) {
    ShadowPlace place = site.place;
    return place != null ? place : resolve(site, staticOwner(site));
  }

  private static ShadowPlace resolve(Sites.Site site, Class<?> from) {
    ShadowPlace place;
    try {
      place = search(site, from);
    } catch (Throwable unreadable) {
      place = ShadowPlace.NONE;
    }
    site.place = place;
    if (site.kind == Sites.FIELD && place.offset > 0 && !place.isVolatile) {
      Sites.offset(site, place.offset);
    }
    return place;
  }

  private static ShadowPlace search(Sites.Site site, Class<?> from) {
    Class<?> owner = from;
    while (owner != null && !owner.getName().equals(site.owner)) {
      owner = owner.getSuperclass();
    }
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      long shadow = Internals.offset(c, PREFIX + site.name);
      if (shadow >= 0) {
        return found(site, c, shadow, false);
      }
      shadow = Internals.offset(c, VOLATILE + site.name);
      if (shadow >= 0) {
        return found(site, c, shadow, true);
      }
      if (Internals.offset(c, site.name) >= 0) {
        return bare(site, c);
      }
    }
    return ShadowPlace.NONE;
  }

  private static ShadowPlace found(Sites.Site site, Class<?> c, long shadow, boolean isVolatile) {
    Object base = site.kind == Sites.STATIC ? c : null; // HotSpot keeps statics in the mirror
    long data = Internals.offset(c, site.name);
    return new ShadowPlace(base, shadow, data, isVolatile, c.getName() + "." + site.name, c);
  }

  /** A field without a shadow: of a class that is not woven. */
  private static ShadowPlace bare(Sites.Site site, Class<?> c) {
    int modifiers = modifiers(c, site.name);
    if ((modifiers & Modifier.FINAL) != 0) {
      return new ShadowPlace(null, -1, -1, false, "", c);
    }
    boolean isVolatile = (modifiers & Modifier.VOLATILE) != 0;
    Object base = site.kind == Sites.STATIC ? c : null;
    return new ShadowPlace(base, -1, -1, isVolatile, c.getName() + "." + site.name, c);
  }

  private static int modifiers(Class<?> c, String name) {
    try {
      Field f = c.getDeclaredField(name);
      return f.getModifiers();
    } catch (Throwable hidden) {
      return Modifier.FINAL; // unreadable: better silent than wrong
    }
  }

  private static Class<?> staticOwner(Sites.Site site) {
    Class<?> caller = Callers.woven(Sites.methodOf(site).className());
    if (caller == null) {
      return null;
    }
    for (Class<?> c = caller; c != null; c = c.getSuperclass()) {
      if (c.getName().equals(site.owner)) {
        return c;
      }
    }
    try {
      return Class.forName(site.owner, false, caller.getClassLoader());
    } catch (Throwable notThere) {
      return null;
    }
  }
}
