package com.example.programs;

import com.example.support.Threads;
import java.util.stream.Collectors;

/** Stack overflow, deep stacks, names of threads and what a stack walk sees. */
final class Limits implements Runnable {
  private int depth;
  private int[] cells = new int[2];
  private final Object lock = new Object();

  @Override
  public void run() {
    for (int i = 0; i < 3; i++) {
      try {
        endless();
      } catch (StackOverflowError e) {
        System.out.println("overflow " + (depth > 500) + " " + Thread.holdsLock(lock));
        depth = 0;
      }
    }
    String frames =
        StackWalker.getInstance()
            .walk(stack -> stack.map(Object::toString).collect(Collectors.joining(" ")));
    System.out.println(frames);
    Thread thread = new Thread(() -> System.out.println(Thread.currentThread().getName()));
    thread.start();
    try {
      thread.join();
      Threads.together(() -> System.out.println(Thread.activeCount()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.out.println(Thread.currentThread().getThreadGroup().activeCount());
  }

  private int endless() {
    synchronized (lock) {
      depth++;
      cells[depth & 1]++;
      return endless() + cells[0];
    }
  }
}
