package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.List;

/** Stands in for the real table of sites. */
public final class Sites {
  public static final byte FIELD = 0;
  public static final byte STATIC = 1;
  public static final byte ELEMENT = 2;
  public static final byte LOCK = 3;
  public static final byte CALL = 4;
  public static final int VIA_FINAL = 1;

  private static final List<String> METHODS = new ArrayList<>();
  private static final List<String> SITES = new ArrayList<>();
  private static final List<String> PLACES = new ArrayList<>();

  private Sites() {}

  public static synchronized int method(String type, String name, String descriptor, String file) {
    METHODS.add(type + "." + name + descriptor + " " + file);
    return METHODS.size() - 1;
  }

  public static synchronized int add(
      int method, int line, byte kind, String owner, String name, int flags) {
    String simple = owner.substring(owner.lastIndexOf('.') + 1);
    SITES.add(simple + "." + name + (flags == VIA_FINAL ? " via final" : ""));
    PLACES.add(METHODS.get(method) + ":" + line + " " + kind);
    return SITES.size();
  }

  /** Owner without package, name and flags of a site. */
  static synchronized String text(int site) {
    return SITES.get(site - 1);
  }

  /** Method, file, line and kind of a site. */
  public static synchronized String place(int site) {
    return PLACES.get(site - 1);
  }
}
