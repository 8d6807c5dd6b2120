package io.racewatch.instrument.plan;

import io.racewatch.runtime.log.AgentLog;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.locks.LockSupport;

/**
 * Weaves classes again whose plan is no more. In a thread of its own: a class that is just being
 * loaded holds locks of its loader, and a retransformation may need these.
 */
public final class Undoing implements Runnable {
  private static final long PAUSE_NANOS = 20_000_000;

  private final Spared spared;
  private final Instrumentation instrumentation;

  private Undoing(Spared spared, Instrumentation instrumentation) {
    this.spared = spared;
    this.instrumentation = instrumentation;
  }

  /** Starts the thread, which ends with the JVM. */
  public static void start(Spared spared, Instrumentation instrumentation) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Runnable work = new Undoing(spared, instrumentation);
    Thread thread = new Thread(group, work, "racewatch plan", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    while (true) {
      for (Spared.Broken each = spared.broken(); each != null; each = spared.broken()) {
        AgentLog.line(each.reason());
        again(each);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void again(Spared.Broken broken) {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (broken.again().contains(type.getName()) && instrumentation.isModifiableClass(type)) {
        try {
          instrumentation.retransformClasses(type);
        } catch (Exception | LinkageError failure) {
          AgentLog.line("static-plan: " + type.getName() + " could not be woven again: " + failure);
        }
      }
    }
  }
}
