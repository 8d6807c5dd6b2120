package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LockRows.through;

import com.example.order.Table;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** K06 to K09, K14, K15: read-write locks, synchronizers of users. */
final class ReadWriteRows {

  private ReadWriteRows() {}

  static void add(Table t) {
    readWrite(t);
    moreReadWrite(t);
    readWriteNone(t);
    synchronizers(t);
  }

  private static void readWrite(Table t) {
    t.clean(
        "K01",
        "write lock",
        ReentrantReadWriteLock::new,
        l -> through(l.writeLock()),
        l -> through(l.writeLock()));
    t.clean(
        "K06",
        "write unlock, then read lock",
        ReentrantReadWriteLock::new,
        l -> through(l.writeLock()),
        l -> through(l.readLock()));
    t.clean(
        "K06",
        "write unlock, then tryLock of the read lock",
        ReentrantReadWriteLock::new,
        l -> through(l.writeLock()),
        l -> {
          won(l.readLock().tryLock());
          l.readLock().unlock();
        });
    t.clean(
        "K07",
        "read unlock, then write lock",
        ReentrantReadWriteLock::new,
        l -> through(l.readLock()),
        l -> through(l.writeLock()));
    t.clean(
        "K07",
        "the same, known as Locks",
        m -> {
          ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
          Lock[] both = {lock.readLock(), lock.writeLock()};
          m.inOrder(
              () -> {
                m.first();
                through(both[0]);
              },
              () -> {
                through(both[1]);
                m.second();
              });
        });
  }

  private static void moreReadWrite(Table t) {
    t.clean(
        "K09",
        "downgraded, then read lock",
        ReentrantReadWriteLock::new,
        ReadWriteRows::downgrade,
        l -> through(l.readLock()));
    t.clean(
        "K09",
        "written, downgraded and held; read lock",
        m -> {
          ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
          m.together(
              () -> {
                lock.writeLock().lock();
                m.first();
                lock.readLock().lock();
                lock.writeLock().unlock();
                m.order().step();
                m.order().await(2);
                lock.readLock().unlock();
              },
              () -> {
                m.order().await(1);
                lock.readLock().lock();
                m.second();
                lock.readLock().unlock();
                m.order().step();
              });
        });
    t.clean(
        "K09",
        "downgraded, then write lock",
        ReentrantReadWriteLock::new,
        ReadWriteRows::downgrade,
        l -> through(l.writeLock()));
  }

  private static void downgrade(ReentrantReadWriteLock lock) {
    lock.writeLock().lock();
    lock.readLock().lock();
    lock.writeLock().unlock();
    lock.readLock().unlock();
  }

  private static void readWriteNone(Table t) {
    t.racy(
        "K08",
        "read unlock, then read lock",
        ReentrantReadWriteLock::new,
        l -> through(l.readLock()),
        l -> through(l.readLock()));
    t.racy(
        "K02",
        "read tryLock is false",
        ReentrantReadWriteLock::new,
        l -> l.writeLock().lock(),
        l -> won(!l.readLock().tryLock()));
    t.racy(
        "K02",
        "write tryLock is false",
        ReentrantReadWriteLock::new,
        l -> l.readLock().lock(),
        l -> won(!l.writeLock().tryLock()));
    t.racy(
        "K06",
        "another lock",
        ReentrantReadWriteLock::new,
        l -> through(l.writeLock()),
        l -> through(new ReentrantReadWriteLock().readLock()));
    t.racy(
        "K09",
        "failed upgrade",
        ReentrantReadWriteLock::new,
        l -> through(l.readLock()),
        l -> {
          l.readLock().lock();
          won(!l.writeLock().tryLock());
          l.readLock().unlock();
        });
  }

  /** A latch that users write. */
  private static final class Opening extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected int tryAcquireShared(int arg) {
      return getState() == 1 ? 1 : -1;
    }

    @Override
    protected boolean tryReleaseShared(int arg) {
      setState(1);
      return true;
    }
  }

  /** A lock that users write. */
  private static final class Mutex extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean tryAcquire(int arg) {
      return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(int arg) {
      setState(0);
      return true;
    }
  }

  /** The same with a long state. */
  private static final class LongMutex extends AbstractQueuedLongSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean tryAcquire(long arg) {
      return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(long arg) {
      setState(0);
      return true;
    }
  }

  private static void synchronizers(Table t) {
    t.clean("K14", "shared", Opening::new, s -> s.releaseShared(1), s -> s.acquireShared(1));
    t.clean(
        "K14",
        "shared, with a limit",
        Opening::new,
        s -> s.releaseShared(1),
        s -> won(s.tryAcquireSharedNanos(1, 60_000_000_000L)));
    t.clean("K14", "exclusive", Mutex::new, ReadWriteRows::use, ReadWriteRows::use);
    t.clean(
        "K14",
        "exclusive, waiting",
        m -> {
          Mutex lock = new Mutex();
          m.together(
              () -> {
                lock.acquire(1);
                m.order().step();
                m.first();
                lock.release(1);
              },
              () -> {
                m.order().await(1);
                use(lock);
                m.second();
              });
        });
    t.clean(
        "K14",
        "not acquired: the state was read",
        Mutex::new,
        s -> s.acquire(1),
        s -> won(!s.tryAcquireNanos(1, 1)));
    t.racy(
        "K14",
        "the state read on both sides",
        Mutex::new,
        s -> s.hasQueuedThreads(),
        s -> s.hasQueuedThreads());
    t.racy(
        "K14",
        "another object",
        Opening::new,
        s -> s.releaseShared(1),
        s -> won(!new Opening().tryAcquireSharedNanos(1, 1)));
    t.clean("K15", "exclusive", LongMutex::new, ReadWriteRows::useLong, ReadWriteRows::useLong);
    t.racy(
        "K15",
        "another object",
        LongMutex::new,
        ReadWriteRows::useLong,
        s -> useLong(new LongMutex()));
  }

  private static void use(Mutex lock) {
    lock.acquire(1);
    lock.release(1);
  }

  private static void useLong(LongMutex lock) {
    lock.acquire(1);
    lock.release(1);
  }
}
