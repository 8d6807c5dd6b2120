package com.example.handles;

import com.example.support.Threads;
import java.util.concurrent.atomic.AtomicInteger;

// race: java.util.concurrent.atomic.AtomicInteger.value
/** Plain mode of an atomic is plain access. */
public final class PlainAtomic {
  private final AtomicInteger count = new AtomicInteger();

  private PlainAtomic() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    PlainAtomic shared = new PlainAtomic();
    Threads.inOrder(
        () -> {
          shared.count.setPlain(1); // racy
        },
        () -> {
          System.out.println("count " + shared.count.getPlain()); // racy
        });
  }
}
