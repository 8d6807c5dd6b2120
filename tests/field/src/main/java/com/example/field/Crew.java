package com.example.field;

import java.util.ArrayList;
import java.util.List;

/** Threads that do one job side by side. */
public final class Crew {
  private Crew() {}

  /** A job for one thread of several. */
  public interface Job {
    void run(int number) throws Exception;
  }

  /** Runs the job in {@code count} threads, numbered from 0, and waits for all of them. */
  public static void work(int count, Job job) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    Throwable[] failures = new Throwable[count];
    for (int i = 0; i < count; i++) {
      int number = i;
      Thread thread =
          new Thread(
              () -> {
                try {
                  job.run(number);
                } catch (Throwable e) {
                  failures[number] = e;
                }
              },
              "crew-" + number);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Throwable failure : failures) {
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
