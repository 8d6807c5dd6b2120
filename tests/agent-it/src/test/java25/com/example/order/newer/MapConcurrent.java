package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** A thread for each element. */
public final class MapConcurrent implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          long count =
              Stream.of("a", "b")
                  .gather(
                      Gatherers.mapConcurrent(
                          2,
                          each -> {
                            if (each.equals("b")) {
                              m.first();
                            }
                            return each;
                          }))
                  .count();
          m.check(count == 2);
          m.second();
        });
  }
}
