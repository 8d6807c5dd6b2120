package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Monitors of blocks and methods, left in every way. */
public class Monitors implements Callable<String> {
  private static final Object GLOBAL = new Object();

  private final Object lock = new Object();
  private final Object[] stripes = {new Object()};

  @Override
  public String call() {
    StringBuilder text = new StringBuilder();
    synchronized (lock) {
      text.append(Thread.holdsLock(lock));
    }
    synchronized (GLOBAL) {
      synchronized (stripes[0]) {
        text.append(Thread.holdsLock(stripes[0]));
      }
    }
    synchronized (Monitors.class) {
      synchronized (this) {
        text.append(Thread.holdsLock(this));
      }
    }
    text.append(sum(1, 2L, 3.0)).append(locked());
    try {
      fail(4, "text");
    } catch (IllegalStateException e) {
      text.append(e.getMessage());
    }
    text.append(Thread.holdsLock(this)).append(early(true));
    return text.toString();
  }

  private synchronized double sum(int a, long b, double c) {
    return Thread.holdsLock(this) ? a + b + c : -1;
  }

  private static synchronized boolean locked() {
    return Thread.holdsLock(Monitors.class);
  }

  /** Overwrites its parameters, so that their types at the end are not those at the start. */
  private synchronized void fail(Object number, Object text) {
    for (int i = 0; i < 2; i++) {
      number = i == 0 ? text : this;
    }
    long wide = System.identityHashCode(number) == 0 ? 1 : 2;
    throw new IllegalStateException("failed " + wide);
  }

  private String early(boolean soon) {
    synchronized (lock) {
      if (soon) {
        return "early";
      }
    }
    return "late";
  }
}
