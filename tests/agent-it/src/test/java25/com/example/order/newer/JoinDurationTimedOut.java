package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.time.Duration;

/** Joins with a limit of a new kind, in vain. */
public final class JoinDurationTimedOut implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          Thread child =
              m.thread(
                  () -> {
                    m.first();
                    m.order().step();
                    m.order().await(2);
                  });
          child.start();
          m.order().await(1);
          m.check(!child.join(Duration.ofNanos(1)));
          m.second();
          m.order().step();
          m.end(child);
        });
  }
}
