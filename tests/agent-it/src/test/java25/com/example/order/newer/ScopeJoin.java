package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.StructuredTaskScope;

/** Out of a subtask, by join. */
public final class ScopeJoin implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (var scope = StructuredTaskScope.open()) {
            scope.fork(m::first);
            scope.join();
            m.second();
          }
        });
  }
}
