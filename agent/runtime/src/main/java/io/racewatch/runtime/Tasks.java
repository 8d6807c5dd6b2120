package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;

/** Tasks between their submission and their end: their order, and where they came from. */
final class Tasks {
  private static final Table TABLE = new Table();

  /** Tasks that complete a future other than themselves, by that future. */
  private static final Table BY_FUTURE = new Table();

  private static final long SUPPLIES = dependent("AsyncSupply");
  private static final long RUNS = dependent("AsyncRun");

  private Tasks() {}

  private static final class Entry extends IdentityEntry {
    final SyncClock clock = new SyncClock((byte) EdgeKind.TASK);
    volatile Throwable trace;

    /** The pool that was to run it, and the thread that does; weakly, for tasks may live long. */
    volatile WeakReference<Object> pool;

    volatile WeakReference<ThreadState> runner;

    /** Of its last submission, if that was under locks. */
    volatile Scope scope;

    Entry(Object key) {
      super(key);
    }
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object key) {
      return new Entry(key);
    }
  }

  private static long dependent(String kind) {
    try {
      String name = "java.util.concurrent.CompletableFuture$".concat(kind);
      return Internals.offset(Class.forName(name, false, null), "dep");
    } catch (ClassNotFoundException renamed) {
      return -1;
    }
  }

  /** Notes which future the task makes complete, if that is another object. */
  private static void link(Object task) {
    if (!(task instanceof CompletableFuture.AsynchronousCompletionTask)) {
      return;
    }
    String kind = task.getClass().getName();
    long offset = kind.endsWith("$AsyncSupply") ? SUPPLIES : kind.endsWith("$AsyncRun") ? RUNS : -1;
    Object future = offset < 0 ? null : Internals.U.getReference(task, offset);
    if (future != null) {
      BY_FUTURE.get(future).pool = new WeakReference<>(task);
    }
  }

  /** The task that makes a future complete, or null. */
  static Object of(Object future) {
    Entry entry = BY_FUTURE.find(future);
    return entry == null || entry.pool == null ? null : entry.pool.get();
  }

  /** The current thread hands the task over. */
  static void submitted(Object task, ThreadState t) {
    Entry entry = TABLE.get(task);
    Throwable trace = Traces.atSubmit();
    if (trace != null) {
      entry.trace = trace;
    }
    link(task);
    entry.scope = Scope.startedBy(t);
    if (t.pool != null) {
      entry.pool = new WeakReference<>(t.pool);
      t.pool = null;
    }
    entry.clock.release(t);
  }

  /** The scope of the task that makes a future complete; null if it has none. */
  static Scope scope(Object future) {
    Object task = of(future);
    Entry entry = TABLE.find(task == null ? future : task);
    return entry == null ? null : entry.scope;
  }

  /** The thread that runs a task, or ran it last; null if none is known. */
  static ThreadState runner(Object task) {
    Entry entry = TABLE.find(task);
    return entry == null || entry.runner == null ? null : entry.runner.get();
  }

  /** The pool in which a task waits that nobody has begun to run; null if that is not known. */
  static Object pool(Object task) {
    Entry entry = TABLE.find(task);
    boolean waits = entry != null && entry.pool != null && entry.runner == null;
    return waits ? entry.pool.get() : null;
  }

  /** The current thread begins to run it. */
  static void begin(Object task, ThreadState t) {
    Entry entry = TABLE.find(task);
    Throwable trace = null;
    if (entry != null) {
      trace = entry.trace;
      entry.runner = t.self;
      if (t.inside == 0) {
        entry.clock.acquire(t, 0, task);
      }
    }
    t.task = new TaskOrigin(task, trace, t.task, entry == null ? null : entry.scope);
  }
}
