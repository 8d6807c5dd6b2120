package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** Into a platform thread of a builder. */
public final class PlatformBuilderStart implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          m.first();
          Thread.ofPlatform().daemon().start(m::second).join();
        });
  }
}
