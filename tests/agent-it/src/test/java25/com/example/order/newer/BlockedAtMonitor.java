package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** Waits for a monitor while another holds it. */
public final class BlockedAtMonitor implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    Object lock = new Object();
    m.together(
        () -> {
          synchronized (lock) {
            m.order().step();
            for (int i = 0; i < 1000; i++) {
              Thread.yield();
            }
            m.first();
          }
        },
        () -> {
          m.order().await(1);
          m.order().step();
          synchronized (lock) {
            m.second();
          }
        });
  }
}
