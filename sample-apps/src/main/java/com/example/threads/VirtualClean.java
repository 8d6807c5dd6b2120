package com.example.threads;

import com.example.support.VirtualThreads;
import java.util.ArrayList;
import java.util.List;

// jdk: 21
// clean
/** Many virtual threads, one lock. */
public final class VirtualClean {
  private static int value;

  private VirtualClean() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      threads.add(VirtualThreads.start(VirtualClean::add));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("value " + value);
  }

  private static synchronized void add() {
    value++;
  }
}
