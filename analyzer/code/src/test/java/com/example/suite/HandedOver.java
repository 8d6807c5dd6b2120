package com.example.suite;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** What orders threads beside their start and end. */
public class HandedOver {
  private HandedOver() {}

  /** Hand-overs. */
  static class HandOver {
    private int safeFlagged;
    private volatile boolean flag;
    private int safeLatched;
    private int safeQueued;
    private int racyBeside;

    void flagged() {
      new Thread(
              () -> {
                safeFlagged = 1;
                flag = true;
              })
          .start();
      while (!flag) {
        Thread.onSpinWait();
      }
      safeFlagged++;
    }

    int latched() throws InterruptedException {
      CountDownLatch latch = new CountDownLatch(1);
      new Thread(
              () -> {
                safeLatched = 1;
                latch.countDown();
                racyBeside++;
              })
          .start();
      latch.await();
      racyBeside++;
      return safeLatched;
    }

    int queued() throws InterruptedException {
      BlockingQueue<String> queue = new LinkedBlockingQueue<>();
      new Thread(
              () -> {
                safeQueued = 1;
                queue.add("done");
              })
          .start();
      queue.take();
      return safeQueued;
    }
  }

  /** A service that starts its own thread. */
  public static class Service {
    private int racyServed;
    private int safeConfigured;
    private int safeLocked;
    private Thread thread;

    public void setConfigured(int v) {
      safeConfigured = v;
    }

    public void start() {
      thread = new Thread(this::serve);
      thread.start();
    }

    private void serve() {
      racyServed += safeConfigured;
      synchronized (this) {
        safeLocked++;
      }
    }

    public int served() {
      return racyServed;
    }

    public synchronized int locked() {
      return safeLocked;
    }
  }

  /** Timers. */
  public static class Ticks {
    private int racyTicks;
    private final Timer timer = new Timer();

    public void start() {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              racyTicks++;
            }
          },
          10);
    }

    public int ticks() {
      return racyTicks;
    }
  }

  /** Starts what it is given. */
  static class Helper {
    private int racyHelped;
    private int safeHelped;

    private static Thread go(Runnable task) {
      Thread thread = new Thread(task);
      thread.start();
      return thread;
    }

    void race() {
      go(() -> racyHelped++);
      go(() -> racyHelped--);
    }

    int wait1() throws InterruptedException {
      Thread thread = go(() -> safeHelped++);
      thread.join();
      return safeHelped;
    }
  }

  /** Locks in tasks. */
  static class LockedTasks {
    private final Object lock = new Object();
    private int safeCommon;
    private int racyDifferent;

    void common() {
      for (int i = 0; i < 3; i++) {
        new Thread(
                () -> {
                  synchronized (lock) {
                    safeCommon++;
                  }
                })
            .start();
      }
    }

    void different() {
      Object mine = new Object();
      new Thread(
              () -> {
                synchronized (mine) {
                  racyDifferent++;
                }
              })
          .start();
      synchronized (lock) {
        racyDifferent++;
      }
    }
  }

  /** Checks, then acts. */
  static class CheckThenAct {
    private Object racyInstance;

    void twice() {
      Thread one = new Thread(this::instance);
      Thread two = new Thread(this::instance);
      one.start();
      two.start();
    }

    private Object instance() {
      if (racyInstance == null) {
        racyInstance = new Object();
      }
      return racyInstance;
    }
  }
}
