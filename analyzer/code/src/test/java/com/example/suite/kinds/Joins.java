package com.example.suite.kinds;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Pools that are closed by the language, and timers. */
public class Joins {
  private Joins() {}

  /** A pool that its {@code close} waits for, as all pools are from Java 19 on. */
  static class Pool extends ThreadPoolExecutor implements AutoCloseable {
    Pool() {
      super(2, 2, 1, TimeUnit.DAYS, new LinkedBlockingQueue<>());
    }

    static Pool open() {
      return new Pool();
    }

    @Override
    public void close() {
      shutdown();
    }
  }

  /** Tasks of pools that end with a block. */
  static class Blocks {
    private int safeClosed;
    private int safeCaught;
    private int racyInside;
    private int racyNotClosed;
    private int racyMaybeClosed;

    void closed() {
      try (Pool pool = Pool.open()) {
        pool.submit(() -> safeClosed++);
      }
      safeClosed++;
    }

    void caught() {
      try (Pool pool = Pool.open()) {
        pool.submit(() -> safeCaught++);
      } catch (IllegalStateException e) {
        System.out.println("no pool");
      }
      safeCaught++;
    }

    void inside() {
      try (Pool pool = Pool.open()) {
        pool.submit(() -> racyInside++);
        racyInside++;
      }
    }

    void notClosed() {
      Pool pool = Pool.open();
      pool.submit(() -> racyNotClosed++);
      racyNotClosed++;
    }

    void maybeClosed(boolean close) {
      Pool pool = Pool.open();
      pool.submit(() -> racyMaybeClosed++);
      if (close) {
        pool.close();
      }
      racyMaybeClosed++;
    }
  }

  /** A timer has one thread. */
  static class Timers {
    private final Timer timer = new Timer();
    private int safeOneTimer;
    private int safeOneField;
    private int racyTwoTimers;
    private int racyTimersOfALoop;
    private int racyBeside;

    void oneTimer() {
      Timer one = new Timer();
      one.schedule(
          new TimerTask() {
            @Override
            public void run() {
              safeOneTimer++;
            }
          },
          1,
          1);
      one.scheduleAtFixedRate(
          new TimerTask() {
            @Override
            public void run() {
              safeOneTimer++;
            }
          },
          1,
          1);
    }

    void oneField() {
      for (int i = 0; i < 2; i++) {
        timer.schedule(
            new TimerTask() {
              @Override
              public void run() {
                safeOneField++;
              }
            },
            1);
      }
    }

    void twoTimers() {
      new Timer()
          .schedule(
              new TimerTask() {
                @Override
                public void run() {
                  racyTwoTimers++;
                }
              },
              1);
      new Timer()
          .schedule(
              new TimerTask() {
                @Override
                public void run() {
                  racyTwoTimers++;
                }
              },
              1);
    }

    void timersOfALoop() {
      for (int i = 0; i < 2; i++) {
        Timer each = new Timer();
        each.schedule(
            new TimerTask() {
              @Override
              public void run() {
                racyTimersOfALoop++;
              }
            },
            1);
      }
    }

    void beside() {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              racyBeside++;
            }
          },
          1);
      racyBeside++;
    }
  }

  /** Two accounts, locked in the order of their numbers. */
  static class Account {
    private final int number;
    private final Lock lock = new ReentrantLock();
    private int safeOrdered;
    private int safeOrderedLocks;
    private int racyUnordered;
    private int racyAfterwards;

    Account(int number) {
      this.number = number;
    }

    static void move(Account from, Account to) {
      Account first = from.number < to.number ? from : to;
      Account second = from.number < to.number ? to : from;
      synchronized (first) {
        synchronized (second) {
          from.safeOrdered--;
          to.safeOrdered++;
        }
      }
      first.lock.lock();
      second.lock.lock();
      try {
        from.safeOrderedLocks--;
        to.safeOrderedLocks++;
      } finally {
        second.lock.unlock();
        first.lock.unlock();
      }
      from.racyAfterwards--;
      to.racyAfterwards++;
    }

    static void unordered(Account from, Account to) {
      synchronized (from) {
        from.racyUnordered--;
        to.racyUnordered++;
      }
    }

    static void twoWays() {
      Account one = new Account(1);
      Account two = new Account(2);
      new Thread(() -> move(one, two)).start();
      new Thread(() -> move(two, one)).start();
      new Thread(() -> unordered(one, two)).start();
      new Thread(() -> unordered(two, one)).start();
    }
  }
}
