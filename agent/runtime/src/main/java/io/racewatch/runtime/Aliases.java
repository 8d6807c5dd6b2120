package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/**
 * Objects that stand for a lock: a condition for the lock that made it, the two views of a
 * read-write lock for the lock itself.
 */
final class Aliases {
  private static final Table CONDITIONS = new Table();
  private static final Class<?> READ =
      java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock.class;
  private static final Class<?> WRITE =
      java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock.class;
  private static final long READ_SYNC = Internals.offset(READ, "sync");
  private static final long WRITE_SYNC = Internals.offset(WRITE, "sync");

  private Aliases() {}

  private static final class Alias extends IdentityEntry {
    volatile Object lock;

    Alias(Object key) {
      super(key);
    }
  }

  private static final class Table extends IdentityTable<Alias> {
    @Override
    protected Alias make(Object key) {
      return new Alias(key);
    }
  }

  /** A condition was made by a lock. */
  static void condition(Object condition, Object lock) {
    CONDITIONS.get(condition).lock = lock;
  }

  /** The lock of a condition, or null if it was not seen. */
  static Object lockOfCondition(Object condition) {
    Alias alias = CONDITIONS.find(condition);
    return alias == null ? null : alias.lock;
  }

  /** The object that both views of a read-write lock have in common; else the lock itself. */
  static Object lockOf(Object lock) {
    if (lock instanceof java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock
        && READ_SYNC >= 0) {
      return Internals.U.getReference(lock, READ_SYNC);
    }
    if (lock instanceof java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock
        && WRITE_SYNC >= 0) {
      return Internals.U.getReference(lock, WRITE_SYNC);
    }
    return lock;
  }
}
