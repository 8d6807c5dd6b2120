package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two tasks, each in a thread of its own. */
public final class PerTaskTwo implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      pool.execute(
          m.guarded(
              () -> {
                m.first();
                m.order().step();
              }));
      pool.execute(
          m.guarded(
              () -> {
                m.order().await(1);
                m.second();
              }));
    }
  }
}
