package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Into the task of a thread of its own. */
public final class PerTask implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            m.first();
            pool.submit(m::second).get();
          }
        });
  }
}
