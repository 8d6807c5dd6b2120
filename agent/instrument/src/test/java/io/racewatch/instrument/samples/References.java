package io.racewatch.instrument.samples;

import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** References to catalogued methods. */
public class References implements Callable<String> {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public String call() {
    Runnable acquire = lock::lock;
    Consumer<Lock> release = Lock::unlock;
    Supplier<Boolean> attempt = lock::tryLock;
    IntSupplier counter = new AtomicInteger(4)::incrementAndGet;
    acquire.run();
    boolean held = lock.isHeldByCurrentThread();
    release.accept(lock);
    Runnable again = lock::lock;
    again.run();
    Runnable kept = (Runnable & Serializable) lock::unlock;
    kept.run();
    return held + " " + lock.isLocked() + attempt.get() + counter.getAsInt() + Quiet.go(lock);
  }

  /** References in an interface. */
  interface Quiet {
    static String go(Lock lock) {
      Runnable release = lock::unlock;
      release.run();
      return "released";
    }
  }
}
