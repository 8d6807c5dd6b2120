package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** Out of a delayed task. */
public final class DelayedForkJoinGet implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    ForkJoinPool pool = new ForkJoinPool(2);
    m.together(
        () -> {
          pool.schedule(m::first, 1, TimeUnit.MILLISECONDS).get();
          m.second();
        });
    pool.close();
  }
}
