package com.example.locks;

import com.example.support.Threads;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

// clean
/** A ring of elements under a ReentrantLock with two conditions. */
public final class BoundedBuffer {
  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final int[] elements = new int[4];
  private int putAt;
  private int takeAt;
  private int count;

  private BoundedBuffer() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    BoundedBuffer buffer = new BoundedBuffer();
    Threads.together(
        () -> {
          for (int i = 0; i < 100; i++) {
            buffer.put(i);
          }
        },
        () -> {
          int sum = 0;
          for (int i = 0; i < 100; i++) {
            sum += buffer.take();
          }
          System.out.println("sum " + sum);
        });
  }

  private void put(int element) throws InterruptedException {
    lock.lock();
    try {
      while (count == elements.length) {
        notFull.await();
      }
      elements[putAt] = element;
      putAt = (putAt + 1) % elements.length;
      count++;
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  private int take() throws InterruptedException {
    lock.lock();
    try {
      while (count == 0) {
        notEmpty.await();
      }
      int element = elements[takeAt];
      takeAt = (takeAt + 1) % elements.length;
      count--;
      notFull.signal();
      return element;
    } finally {
      lock.unlock();
    }
  }
}
