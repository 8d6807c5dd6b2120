package io.racewatch.code.api;

import java.util.Locale;

/** What a row of {@code threads.txt} says that a call does. */
public enum Effect {
  FORK,
  FORK_JOIN,
  HERE,
  KEEP,
  JOIN,
  WAITS,
  WAKES,
  SAME,
  ELEMENT,
  PARALLEL,
  SEQUENTIAL,
  SERIAL;

  static Effect of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
