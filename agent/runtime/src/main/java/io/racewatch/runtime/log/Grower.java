package io.racewatch.runtime.log;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread of its own that reserves space for the log before it is needed. The program's threads do
 * no input or output: that would take long inside a hook, and their interrupts would close the
 * file.
 *
 * <p>{@link #spare} is written by this thread when null and by the appender (under the log's lock)
 * when not null: its volatile write, here, pairs with the appender's read, which therefore sees the
 * chunk ready made. {@link #low} is written by appenders before they unpark this thread, which
 * reads it after it was unparked, so no request is lost.
 */
final class Grower implements Runnable {
  /** The log's end is not waited for longer than this, in nanoseconds. */
  private static final long PATIENCE = 2_000_000_000L;

  private final ChunkSource source;
  private final String where;
  private final Thread thread;

  /** The next chunk, ready made; null while there is none. */
  volatile ByteBuffer spare;

  /** The current chunk is running out. */
  volatile boolean low;

  private volatile boolean failed;
  private volatile long end = -1;
  private volatile boolean done;

  Grower(ChunkSource source, String where) {
    this.source = source;
    this.where = where;
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    thread = new Thread(group, this, "racewatch-log", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  Thread thread() {
    return thread;
  }

  boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  /** There will be no more chunks. */
  boolean failed() {
    return failed;
  }

  /** A spare chunk will soon be needed. Called under the log's lock. */
  void request() {
    if (!low) {
      low = true;
      LockSupport.unpark(thread);
    }
  }

  /** Stops asking for chunks, with one line that says why. */
  void fail(String why) {
    if (!failed) {
      failed = true;
      AgentLog.line(
          "cannot extend "
              + where
              + " ("
              + why
              + "); from now on findings are kept in memory and synchronisation is not recorded");
    }
  }

  /** Cuts the file to its length and forces it out; returns when that is done or takes too long. */
  void finish(long length) {
    end = length;
    LockSupport.unpark(thread);
    long start = System.nanoTime();
    while (!done && thread.isAlive() && System.nanoTime() - start < PATIENCE) {
      Thread.yield();
    }
  }

  @Override
  public void run() {
    while (end < 0) {
      if (low && spare == null && !failed) {
        grow();
      } else {
        LockSupport.park(this);
        // Someone may interrupt every thread there is: parking must not turn into spinning.
        Thread.interrupted();
      }
    }
    try {
      source.finish(end);
    } catch (Throwable t) {
      AgentLog.line("cannot close " + where + " (" + Reason.of(t) + "); what is written is kept");
    } finally {
      done = true;
    }
  }

  private void grow() {
    try {
      spare = source.next();
    } catch (Throwable t) {
      fail(Reason.of(t));
    }
  }
}
