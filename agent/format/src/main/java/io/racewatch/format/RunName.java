package io.racewatch.format;

/**
 * The name of a run file: {@code SESSION-PID-RANDOM.rw}. A session may contain dashes, the other
 * two may not.
 *
 * @param session the session that the JVM belonged to
 * @param pid its process
 * @param random tells apart JVMs that got the same pid one after the other
 */
public record RunName(String session, long pid, String random) {
  /** How the name of a run file ends. */
  public static final String SUFFIX = ".rw";

  /** The parts of a file's name, or null if it is no run file's. */
  public static RunName parse(String file) {
    if (!file.endsWith(SUFFIX)) {
      return null;
    }
    String name = file.substring(0, file.length() - SUFFIX.length());
    int last = name.lastIndexOf('-');
    int first = name.lastIndexOf('-', last - 1);
    if (first <= 0 || last == name.length() - 1) {
      return null;
    }
    try {
      long pid = Long.parseLong(name.substring(first + 1, last));
      return pid < 0 ? null : new RunName(name.substring(0, first), pid, name.substring(last + 1));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The file's name. */
  public String file() {
    return session + '-' + pid + '-' + random + SUFFIX;
  }
}
