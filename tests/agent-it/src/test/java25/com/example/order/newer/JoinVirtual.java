package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** Out of a virtual thread. */
public final class JoinVirtual implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          Thread.startVirtualThread(m::first).join();
          m.second();
        });
  }
}
