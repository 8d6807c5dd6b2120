package io.racewatch.runtime;

import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Which library objects are not thread-safe. Call sites name interfaces; the object decides. A
 * subclass of the program counts as the class of the JDK that it extends.
 */
final class LibraryClasses {
  static final int SAFE = 1;
  static final int UNSAFE = 2;

  /** Even a read changes it: a weak map. */
  static final int READS_WRITE = 3;

  /** The classes themselves. */
  private static final Set<String> NAMES =
      Set.of(
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.WeakHashMap",
          "java.util.IdentityHashMap",
          "java.util.EnumMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.RegularEnumSet",
          "java.util.JumboEnumSet",
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.PriorityQueue",
          "java.util.BitSet",
          "java.util.StringJoiner",
          "java.util.StringTokenizer",
          "java.util.Scanner",
          "java.util.Formatter",
          "java.util.SplittableRandom",
          "java.util.regex.Matcher",
          "java.lang.StringBuilder",
          "java.text.MessageFormat",
          "java.text.ChoiceFormat",
          "java.text.StringCharacterIterator",
          "java.text.DecimalFormatSymbols",
          "java.text.DateFormatSymbols",
          "java.text.ParsePosition",
          "java.text.FieldPosition",
          "java.util.IntSummaryStatistics",
          "java.util.LongSummaryStatistics",
          "java.util.DoubleSummaryStatistics",
          "java.util.zip.CRC32",
          "java.util.zip.CRC32C",
          "java.util.zip.Adler32",
          "javax.crypto.Cipher",
          "javax.crypto.Mac");

  /** These and what the JDK derives from them. */
  private static final Set<String> FAMILIES =
      Set.of(
          "java.text.DateFormat",
          "java.text.NumberFormat",
          "java.text.BreakIterator",
          "java.text.CollationElementIterator",
          "java.util.Calendar",
          "java.util.Date",
          "java.nio.Buffer",
          "java.nio.charset.CharsetEncoder",
          "java.nio.charset.CharsetDecoder",
          "java.security.MessageDigest",
          "java.security.Signature");

  private static final long TIME_SET = Internals.offset(Calendar.class, "isTimeSet");
  private static final long FIELDS_SET = Internals.offset(Calendar.class, "areFieldsSet");
  private static final long ACCESS_ORDER = Internals.offset(LinkedHashMap.class, "accessOrder");

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
  private static final Kinds KINDS = new Kinds();

  private LibraryClasses() {}

  /** Kinds by class; holds no class alive. */
  private static final class Kinds extends ClassValue<Integer> {
    @Override
    protected Integer computeValue(Class<?> type) {
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        if (isOfJdk(c.getClassLoader())) {
          return Sampling.watchesClass(c.getName()) ? ofJdk(c) : SAFE;
        }
      }
      return SAFE;
    }

    private static boolean isOfJdk(ClassLoader loader) {
      return loader == null || loader == PLATFORM;
    }

    private static int ofJdk(Class<?> c) {
      if (NAMES.contains(c.getName())) {
        return c.getName().equals("java.util.WeakHashMap") ? READS_WRITE : UNSAFE;
      }
      for (Class<?> of = c; of != null; of = of.getSuperclass()) {
        if (FAMILIES.contains(of.getName())) {
          return UNSAFE;
        }
      }
      return c.getName().startsWith("jdk.random.") ? UNSAFE : SAFE;
    }
  }

  static int kind(Object object) {
    return KINDS.get(object.getClass());
  }

  /** Whether that call changes the object though it only asks: get of a map in access order. */
  static boolean readWrites(Object object, int kind, int site) {
    if (object instanceof Calendar) {
      return worksOut(object, site);
    }
    return kind == READS_WRITE
        || object instanceof LinkedHashMap
            && ACCESS_ORDER >= 0
            && Internals.U.getBoolean(object, ACCESS_ORDER)
            && (Sites.isCallOf(site, "get") || Sites.isCallOf(site, "getOrDefault"));
  }

  /** Whether a calendar, which is about to be asked, does not yet know the answer. */
  private static boolean worksOut(Object calendar, int site) {
    boolean knowsTime = TIME_SET < 0 || Internals.U.getBoolean(calendar, TIME_SET);
    boolean knowsFields = FIELDS_SET < 0 || Internals.U.getBoolean(calendar, FIELDS_SET);
    return !knowsTime || !knowsFields && Sites.isCallOf(site, "get");
  }
}
