package io.racewatch.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** The fields that woven classes were given. */
final class WovenFields {
  private static final Names INSTANCE = new Names(false);
  private static final Names STATIC = new Names(true);
  private static final String[] NONE = {};

  private WovenFields() {}

  private static final class Names extends ClassValue<String[]> {
    private final boolean statics;

    Names(boolean statics) {
      this.statics = statics;
    }

    @Override
    protected String[] computeValue(Class<?> type) {
      Field[] fields = type.getDeclaredFields();
      String[] names = new String[fields.length];
      int n = 0;
      for (Field field : fields) {
        int m = field.getModifiers();
        if (Modifier.isStatic(m) == statics && !Modifier.isFinal(m)) {
          String prefix = Modifier.isVolatile(m) ? Resolver.VOLATILE : Resolver.PREFIX;
          names[n++] = prefix + field.getName();
        }
      }
      return Arrays.copyOf(names, n);
    }
  }

  /** Names that the shadows of the class's instance fields would have; some may not exist. */
  static String[] of(Class<?> type) {
    return names(INSTANCE, type);
  }

  /** The same for its static fields. */
  static String[] statics(Class<?> type) {
    return names(STATIC, type);
  }

  private static String[] names(Names which, Class<?> type) {
    try {
      return which.get(type);
    } catch (LinkageError | RuntimeException unreadable) {
      return NONE;
    }
  }
}
