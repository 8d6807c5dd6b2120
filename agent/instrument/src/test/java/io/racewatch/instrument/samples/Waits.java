package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Waits that end, time out and throw, with operands below them on the stack. */
public class Waits implements Callable<String> {
  private final Object lock = new Object();
  private int rounds;

  @Override
  public String call() throws Exception {
    synchronized (lock) {
      while (rounds < 2) {
        rounds++;
        lock.wait(1);
      }
      lock.wait(0, 1);
    }
    return rounds + caught() + notOwner("below") + interrupted();
  }

  private String caught() {
    String text = "a";
    try {
      lock.wait();
      return "not reached";
    } catch (IllegalMonitorStateException e) {
      return text + "!";
    } catch (InterruptedException e) {
      return text + "?";
    } finally {
      rounds = 9;
    }
  }

  private String notOwner(String first) {
    long wide = 5;
    try {
      return new StringBuilder(first).append(wide).append(waited(lock)).toString();
    } catch (IllegalMonitorStateException e) {
      return first + wide;
    }
  }

  private static boolean waited(Object on) {
    try {
      on.wait(5);
    } catch (InterruptedException e) {
      return true;
    }
    return false;
  }

  private synchronized String interrupted() {
    Thread.currentThread().interrupt();
    try {
      wait();
      return "not reached";
    } catch (InterruptedException e) {
      return " interrupted " + Thread.interrupted();
    }
  }
}
