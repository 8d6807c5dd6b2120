package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.runtime.log.AgentLog;

/** The one line at the moment of a finding: queued by the thread that found it, printed later. */
final class Findings {
  private static final int WAITING = 64;
  private static final String[] LINES = new String[WAITING];
  private static int count;

  private Findings() {}

  static void race(int id, Entry.Side earlier, Entry.Side later) {
    add("data race on " + later.member() + ": " + side(later) + " and " + side(earlier));
  }

  private static String side(Entry.Side s) {
    Entry.Place p = s.site();
    return s.operation()
        + " at "
        + p.className()
        + "."
        + p.method()
        + "("
        + p.file()
        + ":"
        + p.line()
        + ") in "
        + s.name();
  }

  static synchronized void add(String line) {
    if (count < WAITING) {
      LINES[count++] = line;
    }
  }

  /** Prints what waits; from the watchdog and at the end, never from a hook. */
  static void print() {
    String[] lines;
    synchronized (Findings.class) {
      if (count == 0) {
        return;
      }
      lines = java.util.Arrays.copyOf(LINES, count);
      count = 0;
    }
    for (String line : lines) {
      AgentLog.line(line);
    }
  }
}
