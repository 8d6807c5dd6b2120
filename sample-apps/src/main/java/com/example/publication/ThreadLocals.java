package com.example.publication;

import com.example.support.Threads;

// clean
/** Each thread has a buffer of its own. */
public final class ThreadLocals {
  private static final ThreadLocal<int[]> BUFFER = ThreadLocal.withInitial(() -> new int[4]);

  private ThreadLocals() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> fill(1), () -> fill(2));
    fill(3);
  }

  private static void fill(int value) {
    int[] buffer = BUFFER.get();
    for (int i = 0; i < buffer.length; i++) {
      buffer[i] += value;
    }
    System.out.println("filled " + buffer[0]);
    BUFFER.remove();
  }
}
