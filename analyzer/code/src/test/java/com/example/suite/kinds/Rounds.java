package com.example.suite.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that loops start, and what each round has of its own. */
public class Rounds {
  private Rounds() {}

  /** Each thread has another lock, and all share one counter. */
  static class OwnLock extends Thread {
    private static int racyOwnMonitor;
    private static int racyOwnField;
    private static int safeClass;
    private final Object lock = new Object();

    @Override
    public void run() {
      synchronized (this) {
        racyOwnMonitor++;
      }
      synchronized (lock) {
        racyOwnField++;
      }
      synchronized (OwnLock.class) {
        safeClass++;
      }
    }

    static void startAll() {
      for (int i = 0; i < 4; i++) {
        new OwnLock().start();
      }
    }
  }

  /** Locks of a loop, and one from before it. */
  static class Given {
    private static int racyPerCall;
    private static int safeFromBefore;
    private static int safeOneRound;

    static void perCall() {
      Object lock = new Object();
      new Thread(
              () -> {
                synchronized (lock) {
                  racyPerCall++;
                }
              })
          .start();
    }

    static void calls() {
      for (int i = 0; i < 4; i++) {
        perCall();
      }
    }

    static void fromBefore() {
      Object lock = new Object();
      for (int i = 0; i < 4; i++) {
        new Thread(
                () -> {
                  synchronized (lock) {
                    safeFromBefore++;
                  }
                })
            .start();
      }
    }

    static void oneRound() throws InterruptedException {
      for (int i = 0; i < 4; i++) {
        Object lock = new Object();
        Runnable task =
            () -> {
              synchronized (lock) {
                safeOneRound++;
              }
            };
        Thread one = new Thread(task);
        Thread other = new Thread(task);
        one.start();
        other.start();
        one.join();
        other.join();
      }
    }
  }

  /** Threads and tasks that end before the next round, and some that do not. */
  static class Ended {
    private int safeJoined;
    private int safeAsked;
    private int safeCalled;
    private int racyLastJoined;
    private int racySomeJoined;
    private int racyAskedLater;

    void joined() throws InterruptedException {
      for (int i = 0; i < 4; i++) {
        Thread each = new Thread(() -> safeJoined++);
        each.start();
        each.join();
      }
    }

    void asked(ExecutorService pool) throws InterruptedException {
      for (int i = 0; i < 4; i++) {
        try {
          pool.submit(() -> safeAsked++).get();
        } catch (ExecutionException e) {
          System.out.println(e);
        }
      }
    }

    private void called() throws InterruptedException {
      Thread each = new Thread(() -> safeCalled++);
      each.start();
      each.join();
    }

    void calls() throws InterruptedException {
      for (int i = 0; i < 4; i++) {
        called();
      }
    }

    void lastJoined() throws InterruptedException {
      Thread last = null;
      for (int i = 0; i < 4; i++) {
        last = new Thread(() -> racyLastJoined++);
        last.start();
      }
      last.join();
    }

    void someJoined() throws InterruptedException {
      for (int i = 0; i < 4; i++) {
        Thread each = new Thread(() -> racySomeJoined++);
        each.start();
        if (i % 2 == 0) {
          each.join();
        }
      }
    }

    void askedLater() throws InterruptedException, ExecutionException {
      ExecutorService pool = Executors.newCachedThreadPool();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(pool.submit(() -> racyAskedLater++));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  /** Threads that a list keeps until they are started. */
  static class Listed {
    private int racyKept;
    private int racyTwo;
    private int safeOne;

    void kept() throws InterruptedException {
      List<Thread> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(new Thread(() -> racyKept++));
      }
      for (Thread each : all) {
        each.start();
      }
      for (Thread each : all) {
        each.join();
      }
    }

    void two() {
      List<Thread> all = new ArrayList<>();
      all.add(new Thread(() -> racyTwo++));
      all.add(new Thread(() -> racyTwo--));
      for (Thread each : all) {
        each.start();
      }
    }

    void one() {
      List<Thread> all = new ArrayList<>();
      all.add(new Thread(() -> safeOne++));
      all.add(new Thread(() -> System.out.println("another")));
      for (Thread each : all) {
        each.start();
      }
    }
  }
}
