package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** A result that is there. */
public final class ResultNow implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    try (ExecutorService pool = m.pool(1)) {
      m.together(
          () -> {
            Future<?> future = pool.submit(m::first);
            while (!done(future)) {
              Thread.onSpinWait();
            }
            m.second();
          });
    }
  }

  private static boolean done(Future<?> future) {
    try {
      return future.resultNow() == null;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }
}
