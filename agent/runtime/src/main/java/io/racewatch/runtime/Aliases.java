package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.lang.ref.WeakReference;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Which object stands for a lock. The JDK's locks have parts that mean the same lock: views, and
 * conditions, which know the synchronizer inside and not the lock around it. So that synchronizer
 * stands for them all. Conditions of other locks are remembered, weakly at both ends.
 */
final class Aliases {
  private static final String JDK_LOCKS = "java.util.concurrent.locks.";
  private static final Table CONDITIONS = new Table();
  private static final long LOCK = Internals.offset(ReentrantLock.class, "sync");
  private static final long READ = Internals.offset(ReentrantReadWriteLock.ReadLock.class, "sync");
  private static final long WRITE =
      Internals.offset(ReentrantReadWriteLock.WriteLock.class, "sync");
  private static final long CONDITION =
      Internals.offset(AbstractQueuedSynchronizer.ConditionObject.class, "this$0");
  private static final long LONG_CONDITION =
      Internals.offset(AbstractQueuedLongSynchronizer.ConditionObject.class, "this$0");

  private static final Class<?> READ_VIEW = view("ReadLockView");
  private static final Class<?> WRITE_VIEW = view("WriteLockView");
  private static final long READ_OUTER = Internals.offset(READ_VIEW, "this$0");
  private static final long WRITE_OUTER = Internals.offset(WRITE_VIEW, "this$0");

  private Aliases() {}

  private static final class Alias extends IdentityEntry {
    volatile WeakReference<Object> lock;

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
    if (synchronizer(condition) == null) {
      CONDITIONS.get(condition).lock = new WeakReference<>(lock);
    }
  }

  /** The lock of a condition, or null if it was not seen. */
  static Object lockOfCondition(Object condition) {
    Object known = synchronizer(condition);
    if (known != null) {
      return known;
    }
    Alias alias = CONDITIONS.find(condition);
    return alias == null || alias.lock == null ? null : alias.lock.get();
  }

  /** The synchronizer behind a condition of a lock of the JDK; null for any other. */
  private static Object synchronizer(Object condition) {
    Object sync = null;
    if (condition instanceof AbstractQueuedSynchronizer.ConditionObject) {
      sync = part(condition, CONDITION);
    } else if (condition instanceof AbstractQueuedLongSynchronizer.ConditionObject) {
      sync = part(condition, LONG_CONDITION);
    }
    return sync != null && sync != condition && sync.getClass().getName().startsWith(JDK_LOCKS)
        ? sync
        : null;
  }

  /** The object that stands for a lock; mostly the lock itself. */
  static Object lockOf(Object lock) {
    if (lock instanceof ReentrantLock) {
      return part(lock, LOCK);
    }
    if (lock instanceof ReentrantReadWriteLock.ReadLock) {
      return part(lock, READ);
    }
    if (lock instanceof ReentrantReadWriteLock.WriteLock) {
      return part(lock, WRITE);
    }
    Class<?> type = lock.getClass();
    if (type == READ_VIEW) {
      return part(lock, READ_OUTER);
    }
    return type == WRITE_VIEW ? part(lock, WRITE_OUTER) : lock;
  }

  /** Whether a lock is one that several can hold, though its type says no more than Lock. */
  static boolean isShared(Object lock) {
    return lock instanceof ReentrantReadWriteLock.ReadLock || lock.getClass() == READ_VIEW;
  }

  private static Class<?> view(String name) {
    try {
      return Class.forName(JDK_LOCKS.concat("StampedLock$").concat(name), false, null);
    } catch (ClassNotFoundException renamed) {
      return Aliases.class; // no lock is one
    }
  }

  private static Object part(Object lock, long offset) {
    Object part = offset < 0 ? null : Internals.U.getReference(lock, offset);
    return part == null ? lock : part;
  }
}
