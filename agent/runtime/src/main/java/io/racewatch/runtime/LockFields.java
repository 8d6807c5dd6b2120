package io.racewatch.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * Which field the code of a line puts a lock into: {@code this.lock = new ReentrantLock()} names
 * the lock made there, however it is reached later. Filled while classes are woven.
 */
public final class LockFields {
  private static final Map<String, String> BY_LINE = new HashMap<>();

  private LockFields() {}

  /**
   * A line that stores something that may be a lock.
   *
   * @param className class of the code, with dots
   * @param owner class that declares the field, with dots
   */
  public static void stored(String className, int line, String owner, String name) {
    if (line > 0) {
      synchronized (BY_LINE) {
        String field = owner + "." + name;
        String other = BY_LINE.putIfAbsent(className + ":" + line, field);
        if (other != null && !other.equals(field)) {
          BY_LINE.put(className + ":" + line, ""); // two on one line: neither can be told
        }
      }
    }
  }

  /** The field that a lock made at that place went into; null if that is not known. */
  static String at(StackTraceElement made) {
    synchronized (BY_LINE) {
      String field = BY_LINE.get(made.getClassName() + ":" + made.getLineNumber());
      return field == null || field.isEmpty() ? null : field;
    }
  }
}
