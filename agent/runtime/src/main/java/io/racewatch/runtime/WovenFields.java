package io.racewatch.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** The instance fields that woven classes were given. */
final class WovenFields {
  private static final Names NAMES = new Names();
  private static final String[] NONE = {};

  private WovenFields() {}

  private static final class Names extends ClassValue<String[]> {
    @Override
    protected String[] computeValue(Class<?> type) {
      Field[] fields = type.getDeclaredFields();
      String[] names = new String[fields.length];
      for (int i = 0; i < fields.length; i++) {
        int m = fields[i].getModifiers();
        String prefix = Modifier.isVolatile(m) ? Resolver.VOLATILE : Resolver.PREFIX;
        names[i] = Modifier.isStatic(m) ? "" : prefix + fields[i].getName();
      }
      return names;
    }
  }

  /** Names that the shadows of the class's instance fields would have; some may not exist. */
  static String[] of(Class<?> type) {
    try {
      return NAMES.get(type);
    } catch (Throwable unreadable) {
      return NONE;
    }
  }
}
