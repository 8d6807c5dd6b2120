package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** The callbacks of two subtasks. */
public final class JoinerRace implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.together(
        () -> {
          try (var scope = StructuredTaskScope.open(new Calling(m))) {
            scope.fork(() -> "one");
            m.order().await(1);
            scope.fork(() -> "two");
            scope.join();
          }
        });
  }

  private record Calling(Meeting m) implements Joiner<String, Object> {
    @Override
    public boolean onComplete(Subtask<? extends String> subtask) {
      if (subtask.get().equals("one")) {
        m.first();
      } else {
        m.second();
      }
      m.order().step();
      return false;
    }

    @Override
    public Object result() {
      return "result";
    }
  }
}
