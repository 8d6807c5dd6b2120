package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** Into a virtual thread. */
public final class StartVirtual implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          m.first();
          Thread.startVirtualThread(m::second).join();
        });
  }
}
