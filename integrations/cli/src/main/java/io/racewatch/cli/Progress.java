package io.racewatch.cli;

import io.racewatch.engine.StaticRequest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line on a terminal that says how far the work is; nothing where there is no terminal. The line
 * is removed at the end. Safe for several threads.
 */
final class Progress implements StaticRequest.Progress, AutoCloseable {
  private static final long PAUSE_NANOS = 200_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final boolean shown;
  private final AtomicLong next = new AtomicLong(System.nanoTime() + PAUSE_NANOS);
  private volatile boolean dirty;

  private Progress(Console console, boolean shown) {
    this.console = console;
    this.shown = shown;
  }

  /** On the process's terminal, if it has one. */
  static Progress on(Console console) {
    return new Progress(console, console.err() == System.err && isTerminal());
  }

  /** From JDK 22 on there is a console without a terminal, too, which it says itself. */
  private static boolean isTerminal() {
    java.io.Console terminal = System.console();
    if (terminal == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(terminal);
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  @Override
  public void at(int done, int of) {
    if (!shown) {
      return;
    }
    long now = System.nanoTime();
    long due = next.get();
    // Whoever sets the next time prints; the others go on with their work.
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
      dirty = true;
      console.err().print(CLEAR + "[racewatch] " + done + " of " + of + " classes");
      console.err().flush();
    }
  }

  @Override
  public void close() {
    if (dirty) {
      console.err().print(CLEAR);
      console.err().flush();
    }
  }
}
