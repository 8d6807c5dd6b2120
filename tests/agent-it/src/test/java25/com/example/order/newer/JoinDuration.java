package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.time.Duration;

/** Joins with a limit of a new kind. */
public final class JoinDuration implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          Thread child = m.thread(m::first);
          child.start();
          m.check(child.join(Duration.ofMinutes(1)));
          m.second();
        });
  }
}
