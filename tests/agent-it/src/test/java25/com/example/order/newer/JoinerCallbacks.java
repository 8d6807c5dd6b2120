package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** The owner, into the callback on the subtask. */
public final class JoinerCallbacks implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (var scope = StructuredTaskScope.open(new Calling(m))) {
            m.first();
            scope.fork(() -> "done");
            scope.join();
          }
        });
  }

  private record Calling(Meeting m) implements Joiner<Object, Object> {
    @Override
    public boolean onComplete(Subtask<? extends Object> subtask) {
      m.second();
      return false;
    }

    @Override
    public Object result() {
      return "result";
    }
  }
}
