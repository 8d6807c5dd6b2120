package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.locks.LockSupport;

// clean
/** A lock of one's own making: the volatile flag orders, park and unpark only wait. */
public final class ParkedFlag {
  private static volatile boolean open;
  private static int data;

  private ParkedFlag() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Thread waiter =
        Threads.start(
            "waiter",
            () -> {
              while (!open) {
                LockSupport.park();
              }
              System.out.println("data " + data);
            });
    data = 42;
    open = true;
    LockSupport.unpark(waiter);
    waiter.join();
  }
}
