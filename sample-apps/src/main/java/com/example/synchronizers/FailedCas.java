package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.atomic.AtomicInteger;

// race: data
/** A compareAndSet that fails writes nothing, so it releases nothing. */
public final class FailedCas {
  private static final AtomicInteger state = new AtomicInteger();
  private static int data;

  private FailedCas() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> {
          data = 1; // racy
          System.out.println(state.compareAndSet(7, 8));
        },
        () -> {
          if (state.get() == 0) {
            data += 2; // racy
          }
        });
    System.out.println("data " + data);
  }
}
