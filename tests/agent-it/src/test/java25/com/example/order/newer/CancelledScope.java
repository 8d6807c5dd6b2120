package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

/** A subtask that still runs when the scope is cancelled. */
public final class CancelledScope implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (var scope = StructuredTaskScope.open(Joiner.anySuccessfulResultOrThrow())) {
            scope.fork(
                () -> {
                  m.first();
                  m.order().step();
                  m.order().await(2);
                  return "late";
                });
            m.order().await(1);
            scope.fork(() -> "early");
            m.check(scope.join().equals("early"));
            m.second();
            m.order().step();
          }
        });
  }
}
