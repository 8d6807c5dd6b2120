package io.racewatch.runtime;

import java.lang.reflect.Field;
import java.util.Arrays;

/** The fields of the program's classes, by where they lie. Holds no class alive. */
final class FieldPlaces {
  private static final FieldPlace[] NONE = {};
  private static final Declared DECLARED = new Declared();
  private static final Instance INSTANCE = new Instance();

  /** Set before the program runs; null if nobody wants to know. */
  private static FieldUsers users;

  private FieldPlaces() {}

  static void users(FieldUsers told) {
    users = told;
  }

  private static final class Declared extends ClassValue<FieldPlace[]> {
    @Override
    protected FieldPlace[] computeValue(Class<?> type) {
      FieldUsers told = users;
      if (told != null) {
        told.reached(type.getName());
      }
      Field[] fields = fields(type);
      FieldPlace[] all = new FieldPlace[fields.length];
      int n = 0;
      for (Field field : fields) {
        ShadowPlace place = Resolver.declared(type, field.getName());
        if (place != null) {
          all[n++] = new FieldPlace(place, field.getModifiers());
        }
      }
      return Arrays.copyOf(all, n);
    }

    private static Field[] fields(Class<?> type) {
      try {
        return type.getDeclaredFields();
      } catch (LinkageError | RuntimeException unreadable) {
        return new Field[0];
      }
    }
  }

  /** Instance fields of a class and its supers, as far as they are the program's. */
  private static final class Instance extends ClassValue<FieldPlace[]> {
    @Override
    protected FieldPlace[] computeValue(Class<?> type) {
      FieldPlace[] all = NONE;
      for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
        for (FieldPlace each : DECLARED.get(c)) {
          if (!each.isStatic) {
            all = Arrays.copyOf(all, all.length + 1);
            all[all.length - 1] = each;
          }
        }
      }
      return all;
    }
  }

  /** All instance fields of an object of that class, the JDK's left out; not to be changed. */
  static FieldPlace[] of(Class<?> type) {
    return INSTANCE.get(type);
  }

  /**
   * The field that lies at an offset.
   *
   * @param base the object, or the class for a static field
   * @return null if it is none of the program's
   */
  static FieldPlace at(Object base, long offset) {
    if (!(base instanceof Class<?> c)) {
      return at(INSTANCE.get(base.getClass()), offset, false);
    }
    return c.getClassLoader() == null ? null : at(DECLARED.get(c), offset, true);
  }

  private static FieldPlace at(FieldPlace[] all, long offset, boolean isStatic) {
    for (FieldPlace each : all) {
      if (each.place.field == offset && each.isStatic == isStatic) {
        return each;
      }
    }
    return null;
  }

  /** A field by its declaring class and name; null if it is none of the program's. */
  static FieldPlace named(Class<?> declaring, String name) {
    if (declaring.getClassLoader() == null) {
      return null;
    }
    long offset = Internals.offset(declaring, name);
    for (FieldPlace each : DECLARED.get(declaring)) {
      if (each.place.field == offset) {
        return each;
      }
    }
    return null;
  }
}
