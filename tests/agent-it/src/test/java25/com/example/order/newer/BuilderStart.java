package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** Into a virtual thread of a builder. */
public final class BuilderStart implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          m.first();
          Thread.ofVirtual().name("built").start(m::second).join();
        });
  }
}
