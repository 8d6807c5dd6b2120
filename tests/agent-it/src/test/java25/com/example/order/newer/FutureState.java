package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The state of a future. */
public final class FutureState implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    try (ExecutorService pool = m.pool(1)) {
      m.together(
          () -> {
            Future<?> future = pool.submit(m::first);
            while (future.state() != Future.State.SUCCESS) {
              Thread.onSpinWait();
            }
            m.second();
          });
    }
  }
}
