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
    String oneLine = String.valueOf(text).replace('\n', ' ').replace('\r', ' ');
    stderr.write((PREFIX + oneLine + '\n').getBytes());
  }
}
