package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/** Tasks between their submission and their end: their order, and where they came from. */
final class Tasks {
  private static final Table TABLE = new Table();

  private Tasks() {}

  private static final class Entry extends IdentityEntry {
    final SyncClock clock = new SyncClock((byte) EdgeKind.TASK);
    volatile Throwable trace;

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

  /** The current thread hands the task over. */
  static void submitted(Object task, ThreadState t) {
    Entry entry = TABLE.get(task);
    Throwable trace = Traces.atSubmit();
    if (trace != null) {
      entry.trace = trace;
    }
    entry.clock.release(t);
  }

  /** The current thread begins to run it. */
  static void begin(Object task, ThreadState t) {
    Entry entry = TABLE.find(task);
    Throwable trace = null;
    if (entry != null) {
      trace = entry.trace;
      if (t.inside == 0) {
        entry.clock.acquire(t, 0, task);
      }
    }
    t.task = new TaskOrigin(trace, t.task);
  }
}
