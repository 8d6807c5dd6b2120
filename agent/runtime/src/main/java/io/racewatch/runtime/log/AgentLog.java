package io.racewatch.runtime.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lines of the agent on stderr. They go to the file descriptor itself: {@code System.err} may be a
 * stream of the program, whose locks and code must not be touched here. Thread-safe; never throws.
 */
public final class AgentLog {
  private static final String PREFIX = "[racewatch] ";
  private static final int LINES_A_SECOND = 20;

  /** Longest line, in UTF-16 units. */
  private static final int LONGEST = 4000;

  private static final long SECOND = 1_000_000_000L;

  private static final AtomicLong second = new AtomicLong(System.nanoTime());
  private static final AtomicInteger lines = new AtomicInteger();
  private static final AtomicLong suppressed = new AtomicLong();
  private static volatile OutputStream stderr = new FileOutputStream(FileDescriptor.err);

  private AgentLog() {}

  /** Prints one line, unless twenty were printed within this second. */
  public static void line(String text) {
    try {
      long now = System.nanoTime();
      long start = second.get();
      if (now - start > SECOND && second.compareAndSet(start, now)) {
        lines.set(0);
      }
      if (lines.incrementAndGet() > LINES_A_SECOND) {
        suppressed.incrementAndGet();
      } else {
        print(text);
      }
    } catch (Throwable t) {
      suppressed.incrementAndGet();
    }
  }

  /** Lines that were not printed. */
  public static long suppressed() {
    return suppressed.get();
  }

  /** Sends lines elsewhere, for tests; null: to stderr. */
  static void redirect(OutputStream to) {
    stderr = to == null ? new FileOutputStream(FileDescriptor.err) : to;
    lines.set(0);
  }

  /** One write call a line, so that lines of several threads and processes do not mix. */
  private static void print(String text) throws IOException {
    stderr.write((PREFIX + printable(String.valueOf(text)) + '\n').getBytes());
  }

  /**
   * On one line, of bounded length, and without characters that drive a terminal or turn the
   * reading order: names of the program's threads and classes may hold anything.
   */
  private static String printable(String text) {
    int end = Math.min(text.length(), LONGEST);
    StringBuilder line = new StringBuilder(end + 16);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        line.append(' ');
      } else if (isHarmless(c)) {
        line.append(c);
      } else {
        line.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      }
    }
    return end < text.length() ? line.append(" ...").toString() : line.toString();
  }

  private static boolean isHarmless(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
