package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.runtime.log.AgentLog;

/** The one line at the moment of a finding: queued by the thread that found it, printed later. */
final class Findings {
  private static final int WAITING = 64;
  private static final Line[] LINES = new Line[WAITING];
  private static int count;
  private static volatile LineFilter filter;

  private Findings() {}

  static void race(int id, Entry.Side earlier, Entry.Side later) {
    String text = "data race on " + later.member() + ": " + side(later) + " and " + side(earlier);
    add(new Line(text, earlier, later));
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

  /** From now on only what it wants is printed. */
  static void filter(LineFilter wanted) {
    filter = wanted;
  }

  static void add(String text) {
    add(new Line(text, null, null));
  }

  private static synchronized void add(Line line) {
    if (count < WAITING) {
      LINES[count++] = line;
    }
  }

  /** Prints what waits; from the watchdog and at the end, never from a hook. */
  static void print() {
    Line[] lines;
    synchronized (Findings.class) {
      if (count == 0) {
        return;
      }
      lines = java.util.Arrays.copyOf(LINES, count);
      count = 0;
    }
    for (Line line : lines) {
      if (isWanted(line)) {
        AgentLog.line(line.text);
      }
    }
  }

  private static boolean isWanted(Line line) {
    LineFilter asked = filter;
    if (asked == null || line.earlier == null) {
      return true;
    }
    try {
      return asked.isWanted(
          new String[] {line.earlier.member(), line.later.member()},
          new StackTraceElement[][] {stack(line.earlier), stack(line.later)});
    } catch (Throwable broken) {
      return true; // rather a line too many
    }
  }

  private static StackTraceElement[] stack(Entry.Side side) {
    Entry.Place[] places = side.stack();
    if (places == null || places.length == 0) {
      places = new Entry.Place[] {side.site()};
    }
    StackTraceElement[] stack = new StackTraceElement[places.length];
    for (int i = 0; i < stack.length; i++) {
      Entry.Place p = places[i];
      stack[i] = new StackTraceElement(p.className(), p.method(), p.file(), p.line());
    }
    return stack;
  }

  /** A line that waits; a race with its sides. */
  private static final class Line {
    final String text;
    final Entry.Side earlier;
    final Entry.Side later;

    Line(String text, Entry.Side earlier, Entry.Side later) {
      this.text = text;
      this.earlier = earlier;
      this.later = later;
    }
  }
}
