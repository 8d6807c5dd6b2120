package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The end of all tasks. */
public final class PerTaskClose implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (ExecutorService pool = Executors.newThreadPerTaskExecutor(m.factory())) {
            pool.execute(m::first);
          }
          m.second();
        });
  }
}
