package io.racewatch.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;

/** Which task makes a future complete, and which thread runs it. For the watchdog alone. */
final class Futures {
  private static final long RUNNER = Internals.offset(FutureTask.class, "runner");

  private Futures() {}

  /** The object under which the task of a future was handed over; the future itself mostly. */
  static Object taskOf(Object future) {
    if (future instanceof CompletableFuture<?>) {
      Object task = Tasks.of(future);
      return task == null ? future : task;
    }
    return future;
  }

  /** The thread that runs it now; null if none does, or none that was seen. */
  static ThreadState runner(Object task) {
    if (task instanceof FutureTask<?> && RUNNER >= 0) {
      Object thread = Internals.U.getReferenceAcquire(task, RUNNER);
      return thread instanceof Thread t ? Threads.of(t) : null;
    }
    ThreadState runner = Tasks.runner(task);
    return runner != null && runs(runner, task) ? runner : null;
  }

  private static boolean runs(ThreadState t, Object task) {
    for (TaskOrigin o = t.task; o != null; o = o.outer) {
      if (o.task != null && o.task.refersTo(task)) {
        return true;
      }
    }
    return false;
  }

  /** The pool of a thread, in words, or null. */
  static String pool(ThreadState t) {
    ThreadPoolExecutor pool = Pools.of(t.info.thread());
    return pool == null ? null : pool.getClass().getTypeName();
  }
}
