package io.racewatch.runtime;

/**
 * Which library objects are not thread-safe. Call sites name interfaces; the object decides. A
 * subclass of the program counts as the class of the JDK that it extends.
 */
final class LibraryClasses {
  static final int SAFE = 1;
  static final int UNSAFE = 2;

  /** Even a read changes it: an access-ordered or weak map. */
  static final int READS_WRITE = 3;

  private static final String[] NAMES = {
    "java.util.HashMap",
    "java.util.LinkedHashMap",
    "java.util.TreeMap",
    "java.util.WeakHashMap",
    "java.util.IdentityHashMap",
    "java.util.EnumMap",
    "java.util.HashSet",
    "java.util.LinkedHashSet",
    "java.util.TreeSet",
    "java.util.ArrayList",
    "java.util.LinkedList",
    "java.util.ArrayDeque",
    "java.util.PriorityQueue",
    "java.util.BitSet",
    "java.lang.StringBuilder",
    "java.text.SimpleDateFormat",
    "java.text.DecimalFormat",
    "java.text.MessageFormat",
    "java.text.ChoiceFormat",
    "java.util.GregorianCalendar",
  };

  private static final long ACCESS_ORDER =
      Internals.offset(java.util.LinkedHashMap.class, "accessOrder");

  private static final Kinds KINDS = new Kinds();

  private LibraryClasses() {}

  /** Kinds by class; holds no class alive. */
  private static final class Kinds extends ClassValue<Integer> {
    @Override
    protected Integer computeValue(Class<?> type) {
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        if (c.getClassLoader() == null) {
          return ofJdk(c);
        }
      }
      return SAFE;
    }

    private static int ofJdk(Class<?> c) {
      for (String name : NAMES) {
        if (c.getName().equals(name)) {
          return name.equals("java.util.WeakHashMap") ? READS_WRITE : UNSAFE;
        }
      }
      return SAFE;
    }
  }

  static int kind(Object object) {
    int kind = KINDS.get(object.getClass());
    if (kind == UNSAFE
        && object instanceof java.util.LinkedHashMap
        && ACCESS_ORDER >= 0
        && Internals.U.getBoolean(object, ACCESS_ORDER)) {
      return READS_WRITE;
    }
    return kind;
  }
}
