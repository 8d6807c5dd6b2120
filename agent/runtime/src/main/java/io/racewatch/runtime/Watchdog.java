package io.racewatch.runtime;

import io.racewatch.runtime.table.Sweeper;
import java.util.concurrent.locks.LockSupport;

/**
 * A daemon thread that prints what was found, looks for threads that wait for each other, and
 * empties side tables of what died.
 */
public final class Watchdog implements Runnable {
  private static final long PERIOD_NANOS = 250_000_000L;

  /** Every so many periods the run file gets the counts, for a run that is killed. */
  private static final int CHECKPOINT = 8;

  private final Runnable onDeadlock;
  private final Runnable eachTime;
  private final boolean deadlocks;
  private final JvmWaits jvm;

  private Watchdog(boolean deadlocks, JvmWaits jvm, Runnable eachTime, Runnable onDeadlock) {
    this.eachTime = eachTime;
    this.deadlocks = deadlocks;
    this.jvm = jvm;
    this.onDeadlock = onDeadlock;
  }

  /**
   * Starts it, in the system's thread group.
   *
   * @param deadlocks whether to look for deadlocks
   * @param jvm what the JVM knows of its threads; asked seldom
   * @param eachTime called each time it looks
   * @param onDeadlock called once after a new deadlock was written, or null
   */
  public static void start(
      boolean deadlocks, JvmWaits jvm, Runnable eachTime, Runnable onDeadlock) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread thread =
        new Thread(
            group,
            new Watchdog(deadlocks, jvm, eachTime, onDeadlock),
            "racewatch watchdog",
            0,
            false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  @Override
  public void run() {
    ThreadState.current().inside = 1; // nothing that this thread does is the program's
    DeadlockFinder finder = new DeadlockFinder(jvm);
    for (int i = 1; ; i++) {
      LockSupport.parkNanos(PERIOD_NANOS);
      // Someone may interrupt every thread there is: parking must not turn into spinning.
      Thread.interrupted();
      try {
        if (Sweeper.look()) {
          for (ThreadState t : Roll.states()) {
            t.caches.forgetDead();
          }
        }
        if (i % CHECKPOINT == 0) {
          Recorder.flush();
        }
        Findings.print();
        eachTime.run();
        Faults.tellCut();
        if (deadlocks && finder.look() && onDeadlock != null) {
          onDeadlock.run();
        }
      } catch (OutOfMemoryError full) {
        Faults.cut++; // the next look does it
      } catch (Throwable broken) {
        Faults.caught("watchdog", broken);
      }
    }
  }
}
