package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** Into a delayed task. */
public final class DelayedForkJoin implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    ForkJoinPool pool = new ForkJoinPool(2);
    m.together(
        () -> {
          m.first();
          pool.schedule(m::second, 1, TimeUnit.MILLISECONDS).get();
        });
    pool.close();
  }
}
