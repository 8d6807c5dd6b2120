package com.example.executors;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

// clean
/** A Timer and a scheduled pool run tasks again and again. */
public final class Timers {
  private static int ticks;
  private static int beats;

  private Timers() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch timer = new CountDownLatch(3);
    ticks = 100;
    Timer clock = new Timer("clock", true);
    clock.schedule(
        new TimerTask() {
          @Override
          public void run() {
            if (timer.getCount() > 0) {
              ticks++;
              timer.countDown();
            }
          }
        },
        0,
        1);
    timer.await();
    clock.cancel();
    System.out.println("ticks " + ticks);
    CountDownLatch scheduled = new CountDownLatch(3);
    beats = 200;
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    pool.scheduleAtFixedRate(
        () -> {
          if (scheduled.getCount() > 0) {
            beats++;
            scheduled.countDown();
          }
        },
        0,
        1,
        TimeUnit.MILLISECONDS);
    scheduled.await();
    pool.shutdownNow();
    System.out.println("beats " + beats);
  }
}
