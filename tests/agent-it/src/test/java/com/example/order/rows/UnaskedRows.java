package com.example.order.rows;

import com.example.order.Meeting;
import com.example.order.Table;
import java.util.concurrent.locks.StampedLock;

/** K12: optimistic reads whose stamp nobody asks about, and one about which another method asks. */
final class UnaskedRows {
  private UnaskedRows() {}

  static void add(Table t) {
    t.clean("K12", "a write after a read that was never validated", UnaskedRows::writtenAfter)
        .races(Unasked.class.getName() + ".written");
    t.clean("K12", "a write, then a read that was never validated", UnaskedRows::writtenBefore)
        .races(Unasked.class.getName() + ".read");
    t.clean("K12", "a write while the read goes on", UnaskedRows::writtenMeanwhile)
        .races(Unasked.class.getName() + ".meanwhile");
    t.clean("K12", "a stamp that another method validates", UnaskedRows::handedOn);
  }

  /** What is read under a stamp that nobody asks about. */
  private static final class Unasked {
    private final StampedLock lock = new StampedLock();
    private int written;
    private int read;
    private int meanwhile;
    private int validated;

    private void write(Runnable change) {
      long stamp = lock.writeLock();
      change.run();
      lock.unlockWrite(stamp);
    }

    private int readWritten() {
      lock.tryOptimisticRead();
      return written;
    }

    private int readAfter(Meeting m) {
      lock.tryOptimisticRead();
      m.order().step();
      m.order().await(2);
      return read;
    }

    private int readBefore(Meeting m) {
      lock.tryOptimisticRead();
      int value = meanwhile;
      m.order().step();
      m.order().await(2);
      return value;
    }

    private long begin() {
      return lock.tryOptimisticRead();
    }

    private boolean isValid(long stamp) {
      return lock.validate(stamp);
    }
  }

  private static void writtenAfter(Meeting m) throws Throwable {
    Unasked u = new Unasked();
    m.inOrder(() -> m.check(u.readWritten() == 0), () -> u.write(() -> u.written = 1));
  }

  private static void writtenBefore(Meeting m) throws Throwable {
    Unasked u = new Unasked();
    m.together(
        () -> {
          m.order().await(1);
          u.write(() -> u.read = 1);
          m.order().step();
        },
        () -> m.check(u.readAfter(m) == 1));
  }

  private static void writtenMeanwhile(Meeting m) throws Throwable {
    Unasked u = new Unasked();
    m.together(
        () -> {
          m.order().await(1);
          u.write(() -> u.meanwhile = 1);
          m.order().step();
        },
        () -> m.check(u.readBefore(m) == 0));
  }

  private static void handedOn(Meeting m) throws Throwable {
    Unasked u = new Unasked();
    m.inOrder(
        () -> {
          long stamp = u.begin();
          int value = u.validated;
          m.check(u.isValid(stamp) && value == 0);
        },
        () -> u.write(() -> u.validated = 1),
        () -> {
          long stamp = u.begin();
          int value = u.validated;
          m.check(u.isValid(stamp) && value == 1);
        });
  }
}
