package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.locks.StampedLock;

// hangs
// deadlock: lock
/** A StampedLock is not reentrant: who has it and asks again waits for itself. */
public final class StampedTwice {
  private static final StampedLock lock = new StampedLock();

  private StampedTwice() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(
        () -> {
          long stamp = lock.writeLock();
          long again = lock.readLock(); // wants
          System.out.println("never here " + stamp + again);
        });
  }
}
