package io.racewatch.runtime.log;

/**
 * The session that this JVM belongs to: JVMs of one session are reported together. It is inherited
 * through the environment, which a running JVM cannot change for itself: whoever starts JVMs sets
 * {@link #VARIABLE} for them (the command {@code run}, and the hook on ProcessBuilder).
 */
public final class Session {
  /** The environment variable. */
  public static final String VARIABLE = "RACEWATCH_SESSION";

  private static final int MAX_LENGTH = 64;
  private static final int DAY = 24 * 60 * 60;

  private Session() {}

  /** The inherited session, or a new one if there is none that can stand in a file's name. */
  public static String current() {
    String inherited = System.getenv(VARIABLE);
    return isName(inherited) ? inherited : create(System.currentTimeMillis());
  }

  /** Whether it is a session's name: 1 to 64 of A-Z, a-z, 0-9, dot, dash, underscore. */
  public static boolean isName(String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_LENGTH || text.charAt(0) == '.') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && (c < '0' || c > '9') && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  /**
   * A new name. Names sort by time: {@code 20261120T093412.1f3a}, in UTC. Computed by hand, because
   * java.time would load a few hundred classes before the program starts.
   */
  static String create(long millis) {
    long seconds = Math.floorDiv(millis, 1000L);
    int day = (int) Math.floorDiv(seconds, (long) DAY);
    int second = (int) Math.floorMod(seconds, (long) DAY);
    StringBuilder name = new StringBuilder();
    date(day, name);
    name.append('T');
    twoDigits(name, second / 3600);
    twoDigits(name, second / 60 % 60);
    twoDigits(name, second % 60);
    return name.append('.').append(random().substring(0, 4)).toString();
  }

  /** Eight hexadecimal digits. Only to tell names apart: SecureRandom costs a start too much. */
  static String random() {
    long z = System.nanoTime() * 0x9e3779b97f4a7c15L + ProcessHandle.current().pid();
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    String digits = Long.toHexString(z ^ z >>> 31 | 1L << 63);
    return digits.substring(digits.length() - 8);
  }

  /** Days since 1970 as a date, after H. Hinnant, chrono-compatible date algorithms. */
  private static void date(int day, StringBuilder name) {
    int shifted = day + 719_468;
    int era = Math.floorDiv(shifted, 146_097);
    int ofEra = shifted - era * 146_097;
    int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * ofYear + 2) / 153;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    name.append(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    twoDigits(name, month);
    twoDigits(name, ofYear - (153 * fromMarch + 2) / 5 + 1);
  }

  private static void twoDigits(StringBuilder to, int number) {
    to.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
