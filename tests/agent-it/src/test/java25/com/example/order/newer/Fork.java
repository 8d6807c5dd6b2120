package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.StructuredTaskScope;

/** Into a subtask. */
public final class Fork implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (var scope = StructuredTaskScope.open()) {
            m.first();
            scope.fork(m::second);
            scope.join();
          }
        });
  }
}
