package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.StructuredTaskScope;

/** A binding that a subtask inherits. */
public final class ScopedFork implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    ScopedValue<Meeting> value = ScopedValue.newInstance();
    m.together(
        () ->
            ScopedValue.where(value, m)
                .call(
                    () -> {
                      try (var scope = StructuredTaskScope.open()) {
                        value.get().first();
                        scope.fork(() -> value.get().second());
                        return scope.join();
                      }
                    }));
  }
}
