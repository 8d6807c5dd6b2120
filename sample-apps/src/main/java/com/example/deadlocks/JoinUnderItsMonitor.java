package com.example.deadlocks;

// clean
/** Joins a thread with the thread's own monitor in hand: to join is to wait on it. */
public final class JoinUnderItsMonitor {
  private static int done;

  private JoinUnderItsMonitor() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Thread thread =
        new Thread("its own monitor") {
          @Override
          public void run() {
            synchronized (this) {
              done++;
            }
          }
        };
    thread.start();
    synchronized (thread) {
      thread.join();
    }
    System.out.println(done);
  }
}
