package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;

// clean
/** Counters, a spin lock by compareAndSet, a field updater and a published reference. */
public final class Atomics {
  private static final AtomicIntegerFieldUpdater<Atomics> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Atomics.class, "state");

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean spin = new AtomicBoolean();
  private final AtomicReference<int[]> published = new AtomicReference<>();
  private volatile int state;
  private int underSpin;
  private int underState;

  private Atomics() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Atomics atomics = new Atomics();
    Threads.together(
        () -> {
          atomics.count();
          atomics.published.set(new int[] {5});
        },
        () -> {
          atomics.count();
          int[] seen = atomics.published.get();
          while (seen == null) {
            seen = atomics.published.get();
          }
          System.out.println("published " + seen[0]);
        });
    System.out.println(atomics.count + " " + atomics.underSpin + " " + atomics.underState);
  }

  private void count() {
    for (int i = 0; i < 100; i++) {
      count.incrementAndGet();
      while (!spin.compareAndSet(false, true)) {
        Thread.onSpinWait();
      }
      underSpin++;
      spin.set(false);
      while (!STATE.compareAndSet(this, 0, 1)) {
        Thread.onSpinWait();
      }
      underState++;
      state = 0;
    }
  }
}
