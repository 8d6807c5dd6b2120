package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ExecutorService;

/** Closes a pool. */
public final class ClosedPool implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (ExecutorService pool = m.pool(2)) {
            pool.execute(m::first);
          }
          m.second();
        });
  }
}
