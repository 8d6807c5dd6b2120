package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** A value that was set before. */
public final class StableNone implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    StableValue<String> stable = StableValue.of("x");
    StableValue<String> empty = StableValue.of();
    m.inOrder(
        () -> {
          m.first();
          m.check(!stable.trySet("y"));
        },
        () -> {
          m.check(stable.isSet() && !empty.isSet());
          m.second();
        });
  }
}
