package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/** Where thread states stand on a JVM whose Thread has no field for them. */
final class StateTable extends IdentityTable<StateTable.Entry> {
  static final class Entry extends IdentityEntry {
    volatile ThreadState state;

    Entry(Thread thread) {
      super(thread);
    }
  }

  @Override
  protected Entry make(Object key) {
    return new Entry((Thread) key);
  }

  ThreadState state(Thread thread) {
    Entry e = find(thread);
    return e == null ? null : e.state;
  }

  void plant(Thread thread, ThreadState state) {
    get(thread).state = state;
  }
}
