package io.racewatch.runtime;

/** The table of woven places. Append-only; safe from several threads at once. */
public final class Sites {
  /** Kinds of a site. */
  public static final byte FIELD = 0, STATIC = 1, ELEMENT = 2, LOCK = 3, CALL = 4;

  /** The value was reached through a final field. */
  public static final int VIA_FINAL = 1;

  private Sites() {}

  /**
   * Adds a method; its sites are added after it.
   *
   * @param className binary name with dots
   * @param file source file, or empty
   * @return number of the method
   */
  public static int method(String className, String method, String descriptor, String file) {
    return 0;
  }

  /**
   * Adds a place.
   *
   * @param method from {@link #method}
   * @param line source line, 0 if unknown
   * @param kind FIELD, STATIC, ELEMENT, LOCK or CALL
   * @param owner FIELD, STATIC: owner in the instruction, with dots; ELEMENT: owner of the field
   *     that held the array, or its type such as {@code int[]}; LOCK: owner of the field that held
   *     the lock, or empty; CALL: owner of the called method
   * @param name the field, or the called method; empty where unknown
   * @param flags VIA_FINAL or 0
   * @return the site, from 1
   */
  public static int add(int method, int line, byte kind, String owner, String name, int flags) {
    return 0;
  }
}
