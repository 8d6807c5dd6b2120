package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;

import com.example.order.Meeting;
import com.example.order.Step;
import com.example.order.Table;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/** K10 to K13: {@code StampedLock}. */
final class StampedRows {
  private StampedRows() {}

  static void add(Table t) {
    locked(t);
    viewed(t);
    tried(t);
    optimistic(t);
    conversions(t);
  }

  private static void order(
      Table t, String row, String what, Step<StampedLock> release, Step<StampedLock> acquire) {
    t.clean(row, what, StampedLock::new, release, acquire);
  }

  private static void none(
      Table t, String row, String what, Step<StampedLock> release, Step<StampedLock> acquire) {
    t.racy(row, what, StampedLock::new, release, acquire);
  }

  private static void write(StampedLock lock) {
    lock.unlockWrite(lock.writeLock());
  }

  private static void read(StampedLock lock) {
    lock.unlockRead(lock.readLock());
  }

  private static void locked(Table t) {
    order(t, "K10", "write, then write", StampedRows::write, StampedRows::write);
    order(t, "K10", "write, then read", StampedRows::write, StampedRows::read);
    order(t, "K10", "read, then write", StampedRows::read, StampedRows::write);
    order(t, "K10", "unlock(stamp) of a write", l -> l.unlock(l.writeLock()), StampedRows::read);
    order(t, "K10", "unlock(stamp) of a read", l -> l.unlock(l.readLock()), StampedRows::write);
    order(
        t,
        "K10",
        "tryUnlockWrite",
        l -> {
          l.writeLock();
          won(l.tryUnlockWrite());
        },
        StampedRows::read);
    order(
        t,
        "K10",
        "tryUnlockRead",
        l -> {
          l.readLock();
          won(l.tryUnlockRead());
        },
        StampedRows::write);
    order(
        t,
        "K10",
        "interruptibly",
        l -> l.unlockWrite(l.writeLockInterruptibly()),
        l -> l.unlockRead(l.readLockInterruptibly()));
    none(t, "K10", "read, then read", StampedRows::read, StampedRows::read);
    none(
        t,
        "K10",
        "unlock(stamp) of a read, then read",
        l -> l.unlock(l.readLock()),
        StampedRows::read);
    none(t, "K10", "another lock", StampedRows::write, l -> read(new StampedLock()));
  }

  private static void viewed(Table t) {
    order(
        t,
        "K10",
        "views as Locks",
        l -> LockRows.through(l.asWriteLock()),
        l -> LockRows.through(l.asReadLock()));
    order(
        t,
        "K10",
        "view, then the lock itself",
        l -> LockRows.through(l.asWriteLock()),
        StampedRows::read);
    order(
        t,
        "K10",
        "the lock itself, then a view",
        StampedRows::write,
        l -> LockRows.through(l.asReadLock()));
    order(
        t,
        "K10",
        "read view, then write view",
        l -> LockRows.through(l.asReadLock()),
        l -> LockRows.through(l.asWriteLock()));
    order(
        t,
        "K10",
        "views of asReadWriteLock",
        l -> LockRows.through(l.asReadWriteLock().writeLock()),
        l -> LockRows.through(l.asReadWriteLock().readLock()));
    none(
        t,
        "K10",
        "read views",
        l -> LockRows.through(l.asReadLock()),
        l -> LockRows.through(l.asReadLock()));
  }

  private static void tried(Table t) {
    order(
        t, "K10", "tryWriteLock", StampedRows::write, l -> l.unlockWrite(stamp(l.tryWriteLock())));
    order(t, "K10", "tryReadLock", StampedRows::write, l -> l.unlockRead(stamp(l.tryReadLock())));
    order(
        t,
        "K10",
        "tryWriteLock with a limit",
        StampedRows::read,
        l -> l.unlockWrite(stamp(l.tryWriteLock(1, TimeUnit.MINUTES))));
    order(
        t,
        "K10",
        "tryReadLock with a limit",
        StampedRows::write,
        l -> l.unlockRead(stamp(l.tryReadLock(1, TimeUnit.MINUTES))));
    none(t, "K10", "tryWriteLock is zero", l -> l.readLock(), l -> won(l.tryWriteLock() == 0));
    none(t, "K10", "tryReadLock is zero", l -> l.writeLock(), l -> won(l.tryReadLock() == 0));
    none(
        t,
        "K10",
        "tryReadLock with a limit is zero",
        l -> l.writeLock(),
        l -> won(l.tryReadLock(1, TimeUnit.MICROSECONDS) == 0));
  }

  private static long stamp(long stamp) {
    won(stamp != 0);
    return stamp;
  }

  /** What is read under an optimistic stamp. */
  private static final class Guarded {
    private final StampedLock lock = new StampedLock();
    private int seen;
    private int discarded;
    private int unvalidated;
  }

  private static void optimistic(Table t) {
    t.clean(
        "K11",
        "write, then a validated read",
        m -> {
          StampedLock lock = new StampedLock();
          m.inOrder(
              () -> {
                m.first();
                write(lock);
              },
              () -> {
                long stamp = lock.tryOptimisticRead();
                m.second();
                m.check(lock.validate(stamp));
              });
        });
    t.clean("K11", "a validated read, then write", StampedRows::readThenWrite);
    t.clean("K12", "a read that a write made void, and read again", StampedRows::voidRead);
    t.clean("K12", "a read that was never validated", StampedRows::neverValidated)
        .races(Guarded.class.getName() + ".unvalidated");
    none(
        t,
        "K12",
        "validate is false",
        l -> l.writeLock(),
        l -> won(!l.validate(l.tryOptimisticRead())));
    none(
        t,
        "K11",
        "another lock",
        StampedRows::write,
        l -> {
          StampedLock other = new StampedLock();
          won(other.validate(other.tryOptimisticRead()));
        });
  }

  private static void readThenWrite(Meeting m) throws Throwable {
    Guarded guarded = new Guarded();
    m.inOrder(
        () -> {
          long stamp = guarded.lock.tryOptimisticRead();
          int read = guarded.seen;
          m.check(guarded.lock.validate(stamp) && read == 0);
        },
        () -> {
          long stamp = guarded.lock.writeLock();
          guarded.seen = 1;
          guarded.lock.unlockWrite(stamp);
        });
  }

  private static void voidRead(Meeting m) throws Throwable {
    Guarded guarded = new Guarded();
    m.together(
        () -> {
          m.order().await(1);
          long stamp = guarded.lock.writeLock();
          guarded.discarded = 1;
          guarded.lock.unlockWrite(stamp);
          m.order().step();
        },
        () -> {
          long stamp = guarded.lock.tryOptimisticRead();
          m.order().step();
          m.order().await(2);
          int read = guarded.discarded;
          m.check(!guarded.lock.validate(stamp) && read == 1);
          stamp = guarded.lock.readLock();
          m.check(guarded.discarded == 1);
          guarded.lock.unlockRead(stamp);
        });
  }

  private static void neverValidated(Meeting m) throws Throwable {
    Guarded guarded = new Guarded();
    m.together(
        () -> {
          m.order().await(1);
          long stamp = guarded.lock.writeLock();
          guarded.unvalidated = 1;
          guarded.lock.unlockWrite(stamp);
          m.order().step();
        },
        () -> {
          guarded.lock.tryOptimisticRead();
          m.order().step();
          m.order().await(2);
          m.check(guarded.unvalidated == 1);
        });
  }

  private static void conversions(Table t) {
    order(
        t,
        "K13",
        "optimistic to write",
        StampedRows::write,
        l -> l.unlockWrite(stamp(l.tryConvertToWriteLock(l.tryOptimisticRead()))));
    order(
        t,
        "K13",
        "optimistic to read",
        StampedRows::write,
        l -> l.unlockRead(stamp(l.tryConvertToReadLock(l.tryOptimisticRead()))));
    order(
        t,
        "K13",
        "read to write, after a read",
        StampedRows::read,
        l -> l.unlockWrite(stamp(l.tryConvertToWriteLock(l.readLock()))));
    order(
        t,
        "K13",
        "write to read, then read",
        l -> l.unlockRead(stamp(l.tryConvertToReadLock(l.writeLock()))),
        StampedRows::read);
    order(
        t,
        "K13",
        "write to optimistic, then read",
        l -> stamp(l.tryConvertToOptimisticRead(l.writeLock())),
        StampedRows::read);
    order(
        t,
        "K13",
        "read to optimistic, then write",
        l -> stamp(l.tryConvertToOptimisticRead(l.readLock())),
        StampedRows::write);
    none(
        t,
        "K13",
        "read to write that fails",
        l -> l.readLock(),
        l -> won(l.tryConvertToWriteLock(l.readLock()) == 0));
    none(
        t,
        "K13",
        "read to optimistic, then read",
        l -> stamp(l.tryConvertToOptimisticRead(l.readLock())),
        StampedRows::read);
    none(
        t,
        "K13",
        "read converted to read, then read",
        l -> l.unlockRead(stamp(l.tryConvertToReadLock(l.readLock()))),
        StampedRows::read);
  }
}
