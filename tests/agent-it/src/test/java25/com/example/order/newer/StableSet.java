package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** A value that is set once. */
public final class StableSet implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    StableValue<String> stable = StableValue.of();
    m.inOrder(
        () -> {
          m.first();
          m.check(stable.trySet("x"));
        },
        () -> {
          m.check(stable.orElseThrow().equals("x"));
          m.second();
        });
  }
}
