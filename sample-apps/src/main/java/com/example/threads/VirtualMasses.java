package com.example.threads;

import com.example.support.VirtualThreads;
import java.util.ArrayList;
import java.util.List;

// jdk: 21
// clean
/** Very many short virtual threads that learn of one another at a lock, and all read one field. */
public final class VirtualMasses {
  private static final int ROUNDS = 20;
  private static final int THREADS = 500;

  private static int step = 1;
  private static int value;

  private VirtualMasses() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threads.add(VirtualThreads.start(VirtualMasses::work));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    System.out.println("value " + value);
  }

  private static void work() {
    int by = step;
    add(by);
  }

  private static synchronized void add(int by) {
    value += by;
  }
}
