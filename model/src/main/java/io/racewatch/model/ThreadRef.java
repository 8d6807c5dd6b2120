package io.racewatch.model;

import java.util.List;

/**
 * A thread of the watched program.
 *
 * @param name its name when it made the access
 * @param id its {@code Thread.getId()}
 * @param virtual whether it is a virtual thread
 * @param started stack of the call that started it; empty for threads that the JVM started
 * @param submitted stack of the call that submitted the task it was running; empty outside of tasks
 */
public record ThreadRef(
    String name, long id, boolean virtual, List<Frame> started, List<Frame> submitted) {
  public ThreadRef {
    started = List.copyOf(started);
    submitted = List.copyOf(submitted);
  }
}
