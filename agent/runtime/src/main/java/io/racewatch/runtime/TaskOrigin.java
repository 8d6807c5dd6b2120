package io.racewatch.runtime;

/** Where a task that a pool runs was submitted. */
final class TaskOrigin {
  final Throwable trace;

  /** The task that ran on this thread when this one began: tasks nest in ForkJoin pools. */
  final TaskOrigin outer;

  TaskOrigin(Throwable trace, TaskOrigin outer) {
    this.trace = trace;
    this.outer = outer;
  }
}
