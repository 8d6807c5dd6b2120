package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Script;
import com.example.order.Step;
import com.example.order.Table;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** P01 to P04 and K01 to K09, K14 to K16: parking, locks, conditions, synchronizers. */
final class LockRows {
  private LockRows() {}

  static void add(Table t) {
    parking(t);
    locks(t);
    moreLocks(t);
    notTaken(t);
    conditions(t);
  }

  /** Threads that wait for another thread, which runs already. */
  private static Script parked(Step<Thread> release, Step<Thread> park) {
    return m -> {
      Thread sleeper =
          m.thread(
              () -> {
                m.order().step();
                m.order().await(2);
                park.run(Thread.currentThread());
                m.second();
              });
      m.together(
          () -> {
            m.order().await(1);
            m.first();
            release.run(sleeper);
            m.order().step();
          },
          () -> {
            sleeper.start();
            m.end(sleeper);
          });
    };
  }

  /** A lock that users write: a volatile flag, and parking. */
  private static final class Parking {
    private volatile boolean open;
  }

  private static void parking(Table t) {
    t.racy("P01", "unpark, then park", parked(LockSupport::unpark, s -> LockSupport.park()));
    t.racy(
        "P01",
        "unpark, then parkNanos",
        parked(LockSupport::unpark, s -> LockSupport.parkNanos(60_000_000_000L)));
    t.racy("P02", "parkNanos timed out", parked(s -> {}, s -> LockSupport.parkNanos(1)));
    t.racy("P02", "parkUntil timed out", parked(s -> {}, s -> LockSupport.parkUntil(1)));
    t.clean(
        "P03",
        "flag and unpark, park and flag",
        m -> {
          Parking flag = new Parking();
          parked(
                  s -> {
                    flag.open = true;
                    LockSupport.unpark(s);
                  },
                  s -> {
                    while (!flag.open) {
                      LockSupport.park();
                    }
                  })
              .play(m);
        });
    t.racy(
        "P04",
        "getBlocker",
        parked(s -> LockSupport.setCurrentBlocker("x"), s -> keep(LockSupport.getBlocker(s))));
  }

  static void through(Lock lock) {
    lock.lock();
    lock.unlock();
  }

  private static void locks(Table t) {
    t.clean("K01", "lock", ReentrantLock::new, LockRows::through, LockRows::through);
    t.clean(
        "K01", "fair lock", () -> new ReentrantLock(true), LockRows::through, LockRows::through);
    t.clean(
        "K01",
        "lockInterruptibly",
        ReentrantLock::new,
        LockRows::through,
        l -> {
          l.lockInterruptibly();
          l.unlock();
        });
    t.clean(
        "K01",
        "tryLock",
        ReentrantLock::new,
        LockRows::through,
        l -> {
          won(l.tryLock());
          l.unlock();
        });
    t.clean(
        "K01",
        "tryLock with a limit",
        ReentrantLock::new,
        LockRows::through,
        l -> {
          won(l.tryLock(1, TimeUnit.MINUTES));
          l.unlock();
        });
    t.clean(
        "K01",
        "by method references",
        ReentrantLock::new,
        l -> {
          run(l::lock);
          run(l::unlock);
        },
        l -> {
          run(l::lock);
          run(l::unlock);
        });
  }

  private static void moreLocks(Table t) {
    t.racy(
        "K01",
        "another lock",
        ReentrantLock::new,
        LockRows::through,
        l -> through(new ReentrantLock()));
    t.clean(
        "K03",
        "access between inner and outer unlock",
        m -> {
          ReentrantLock lock = new ReentrantLock();
          m.inOrder(
              () -> {
                lock.lock();
                through(lock);
                m.first();
                lock.unlock();
              },
              () -> {
                through(lock);
                m.second();
              });
        });
    t.racy("K03", "inner unlock alone", held((l, m) -> keep(l.tryLock())));
  }

  private static void run(Runnable task) {
    task.run();
  }

  /** Something done while another thread holds the lock, after it took and gave it once inside. */
  private interface Attempt {
    void on(ReentrantLock lock, com.example.order.Meeting m) throws Throwable;
  }

  private static Script held(Attempt attempt) {
    return m -> {
      ReentrantLock lock = new ReentrantLock();
      m.together(
          () -> {
            lock.lock();
            m.first();
            through(lock);
            m.order().step();
            m.order().await(2);
            lock.unlock();
          },
          () -> {
            m.order().await(1);
            attempt.on(lock, m);
            m.second();
            m.order().step();
          });
    };
  }

  private static void notTaken(Table t) {
    t.racy("K02", "tryLock is false", held((l, m) -> m.check(!l.tryLock())));
    t.racy(
        "K02",
        "tryLock with a limit is false",
        held((l, m) -> m.check(!l.tryLock(1, TimeUnit.MICROSECONDS))));
    t.racy(
        "K02",
        "lockInterruptibly throws",
        held(
            (l, m) -> {
              Thread.currentThread().interrupt();
              try {
                l.lockInterruptibly();
                m.check(false);
              } catch (InterruptedException expected) {
                m.check(!Thread.interrupted());
              }
            }));
    t.racy(
        "K16",
        "isLocked and hasQueuedThreads",
        held((l, m) -> keep(l.isLocked() || l.hasQueuedThreads())));
    t.racy(
        "K16",
        "getHoldCount and isHeldByCurrentThread",
        held((l, m) -> keep(l.getHoldCount() + "" + l.isHeldByCurrentThread())));
  }

  /** Waits on a condition. */
  private interface Wait {
    void on(Condition condition) throws InterruptedException;
  }

  /** A lock, its condition, and what is waited for. */
  private static final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean open;

    void open() {
      lock.lock();
      open = true;
      opened.signalAll();
      lock.unlock();
    }
  }

  private static Script waiting(Wait wait) {
    return m -> {
      Gate gate = new Gate();
      m.together(
          () -> {
            m.order().await(1);
            m.first();
            gate.open();
          },
          () -> {
            gate.lock.lock();
            m.order().step();
            while (!gate.open) {
              wait.on(gate.opened);
            }
            m.second();
            gate.lock.unlock();
          });
    };
  }

  private static void conditions(Table t) {
    t.clean("K04", "await", waiting(Condition::await));
    t.clean("K04", "awaitUninterruptibly", waiting(c -> c.awaitUninterruptibly()));
    t.clean("K04", "await, timed out", waiting(c -> c.await(1, TimeUnit.MICROSECONDS)));
    t.clean("K04", "awaitNanos, timed out", waiting(c -> c.awaitNanos(1)));
    t.clean("K04", "awaitUntil, timed out", waiting(c -> c.awaitUntil(new Date(1))));
    t.clean(
        "K04",
        "await gives the lock back",
        m -> {
          Gate gate = new Gate();
          m.together(
              () -> {
                gate.lock.lock();
                m.first();
                m.order().step();
                while (!gate.open) {
                  gate.opened.await();
                }
                gate.lock.unlock();
              },
              () -> {
                m.order().await(1);
                gate.lock.lock();
                m.second();
                gate.open = true;
                gate.opened.signal();
                gate.lock.unlock();
              });
        });
    t.racy(
        "K05", "signal on one lock, another taken", Gate::new, Gate::open, g -> new Gate().open());
  }
}
