package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.StructuredTaskScope;

/** Out of a subtask, by its result. */
public final class SubtaskGet implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (var scope = StructuredTaskScope.open()) {
            var subtask = scope.fork(m::first);
            scope.join();
            m.check(subtask.get() == null);
            m.second();
          }
        });
  }
}
