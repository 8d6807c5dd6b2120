package com.example.locks;

import com.example.support.Threads;
import java.util.ArrayDeque;
import java.util.Deque;

// clean
/** The classic queue with wait and notifyAll. */
public final class WaitNotifyQueue {
  private final Deque<int[]> elements = new ArrayDeque<>();

  private WaitNotifyQueue() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    WaitNotifyQueue queue = new WaitNotifyQueue();
    Threads.together(
        () -> {
          for (int i = 0; i < 100; i++) {
            queue.put(new int[] {i});
          }
        },
        () -> {
          int sum = 0;
          for (int i = 0; i < 100; i++) {
            sum += queue.take()[0];
          }
          System.out.println("sum " + sum);
        });
  }

  private synchronized void put(int[] element) throws InterruptedException {
    while (elements.size() == 3) {
      wait();
    }
    elements.addLast(element);
    notifyAll();
  }

  private synchronized int[] take() throws InterruptedException {
    while (elements.isEmpty()) {
      wait(1000);
    }
    notifyAll();
    return elements.removeFirst();
  }
}
