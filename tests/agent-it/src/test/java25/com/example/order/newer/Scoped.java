package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** One object, bound in two threads. */
public final class Scoped implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    ScopedValue<int[]> value = ScopedValue.newInstance();
    int[] shared = new int[1];
    m.inOrder(
        () ->
            ScopedValue.where(value, shared)
                .run(
                    () -> {
                      m.check(value.get() == shared);
                      m.first();
                    }),
        () ->
            ScopedValue.where(value, shared)
                .run(
                    () -> {
                      m.check(value.get() == shared);
                      m.second();
                    }));
  }
}
