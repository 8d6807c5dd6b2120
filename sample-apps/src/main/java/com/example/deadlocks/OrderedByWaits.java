package com.example.deadlocks;

import com.example.support.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;

// clean
/** The opposite orders can never meet: one thread waits until the other has gone on. */
public final class OrderedByWaits {
  private OrderedByWaits() {}

  /** Two locks of their own for each way to wait. */
  private static final class Pair {
    private final Object left = new Object();
    private final Object right = new Object();

    private void forwards() {
      synchronized (left) {
        synchronized (right) {
          System.out.println("left, right");
        }
      }
    }

    private void backwards() {
      synchronized (right) {
        synchronized (left) {
          System.out.println("right, left");
        }
      }
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    barrier();
    phaser();
    latch();
    queue();
    all();
  }

  private static void barrier() throws InterruptedException {
    Pair locks = new Pair();
    CyclicBarrier turn = new CyclicBarrier(2);
    Threads.together(
        () -> {
          turn.await();
          locks.forwards();
          turn.await();
        },
        () -> {
          turn.await();
          turn.await();
          locks.backwards();
        });
  }

  private static void phaser() throws InterruptedException {
    Pair locks = new Pair();
    Phaser turn = new Phaser(2);
    Threads.together(
        () -> {
          locks.forwards();
          turn.arriveAndAwaitAdvance();
        },
        () -> {
          turn.arriveAndAwaitAdvance();
          locks.backwards();
        });
  }

  /** Both counts are needed, though another thread came by after the first. */
  private static void latch() throws InterruptedException {
    Pair locks = new Pair();
    CountDownLatch done = new CountDownLatch(2);
    Threads.together(
        () -> {
          locks.forwards();
          done.countDown();
        },
        done::countDown,
        () -> {
          done.await();
          locks.backwards();
        });
  }

  private static void queue() throws InterruptedException {
    Pair locks = new Pair();
    BlockingQueue<String> messages = new ArrayBlockingQueue<>(4);
    Threads.together(
        () -> {
          locks.forwards();
          for (int i = 0; i < 100; i++) {
            messages.put("message");
          }
        },
        () -> {
          messages.take();
          locks.backwards();
          for (int i = 1; i < 100; i++) {
            messages.take();
          }
        });
  }

  /** Who takes as many as all of them put comes after all of them. */
  private static void all() throws InterruptedException {
    Pair locks = new Pair();
    BlockingQueue<String> results = new LinkedBlockingQueue<>();
    Threads.together(
        () -> {
          locks.forwards();
          results.put("one");
        },
        () -> results.add("two"),
        () -> {
          results.take();
          results.take();
          locks.backwards();
        });
  }
}
