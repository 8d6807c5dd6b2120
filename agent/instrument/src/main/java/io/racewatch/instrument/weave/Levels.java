package io.racewatch.instrument.weave;

import java.util.HashMap;
import java.util.Map;

/** The methods of a class that cannot be woven in full, and the one that is worked at. */
final class Levels {
  private final Map<String, Level> lowered = new HashMap<>();
  private String current;

  static String key(String method, String descriptor) {
    return method.concat(descriptor);
  }

  Level of(String method, String descriptor) {
    Level level = lowered.get(key(method, descriptor));
    return level == null ? Level.FULL : level;
  }

  /** Work at a method starts; whatever fails from here on is its fault. */
  void enter(String method, String descriptor) {
    current = key(method, descriptor);
  }

  void leave() {
    current = null;
  }

  /** The method that is worked at, or null. */
  String current() {
    return current;
  }

  /** Lowers a method by one step; false if it is not woven already. */
  boolean lower(String key) {
    Level level = lowered.get(key);
    if (level == Level.NONE) {
      return false;
    }
    lowered.put(key, level == null ? Level.SYNC : Level.NONE);
    return true;
  }
}
