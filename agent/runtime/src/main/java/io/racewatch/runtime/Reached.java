package io.racewatch.runtime;

import io.racewatch.format.Entry;

/**
 * Which woven methods the run was seen in: those with a place where the slow path ran. The first
 * access of a thread to a variable in an epoch always takes it, so nearly every method that ran is
 * seen; one whose every access repeats one made elsewhere in the same epoch is not.
 */
final class Reached {
  /** Characters of names that are written; a run that reaches more says so. */
  private static final int MOST = 8 << 20;

  private static final char SEPARATOR = '\t';

  private Reached() {}

  /** Writes an entry for each class with such methods, and one that says whether it was all. */
  static void write() {
    boolean[] methods = Sites.reachedMethods();
    StringBuilder line = new StringBuilder();
    String type = null;
    int written = 0;
    for (int i = 0; i < methods.length && written <= MOST; i++) {
      if (!methods[i]) {
        continue;
      }
      Sites.Method method = Sites.methodNumbered(i);
      if (method.className().isEmpty()) {
        continue;
      }
      if (!method.className().equals(type)) {
        written += tell(line);
        type = method.className();
        line.append(type);
      }
      line.append(SEPARATOR).append(method.name());
    }
    written += tell(line);
    Recorder.append(new Entry.Meta(Entry.REACHED_END, written > MOST ? "cut" : "whole"));
  }

  private static int tell(StringBuilder line) {
    int length = line.length();
    if (length > 0) {
      Recorder.append(new Entry.Meta(Entry.REACHED, line.toString()));
      line.setLength(0);
    }
    return length;
  }
}
