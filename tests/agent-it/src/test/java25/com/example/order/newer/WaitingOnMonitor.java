package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** Waits on a monitor until it is notified. */
public final class WaitingOnMonitor implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    Object lock = new Object();
    boolean[] open = new boolean[1];
    m.together(
        () -> {
          m.order().await(1);
          m.first();
          synchronized (lock) {
            open[0] = true;
            lock.notify();
          }
        },
        () -> {
          synchronized (lock) {
            m.order().step();
            while (!open[0]) {
              lock.wait();
            }
          }
          m.second();
        });
  }
}
