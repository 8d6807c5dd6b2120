package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.Semaphore;

// clean
/** A semaphore as a lock, and one as a signal between threads. */
public final class Semaphores {
  private static int guarded;
  private static int signalled;

  private Semaphores() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Semaphore lock = new Semaphore(1);
    Semaphore signal = new Semaphore(0);
    Threads.together(
        () -> {
          add(lock);
          signalled = 7;
          signal.release();
        },
        () -> {
          add(lock);
          signal.acquire();
          System.out.println("signalled " + signalled);
        });
    System.out.println("guarded " + guarded);
  }

  private static void add(Semaphore lock) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      lock.acquire();
      try {
        guarded++;
      } finally {
        lock.release();
      }
    }
  }
}
