package io.racewatch.runtime;

import java.lang.ref.WeakReference;

/** Where a task that a pool runs was submitted. */
final class TaskOrigin {
  final Throwable trace;

  /** The task that ran on this thread when this one began: tasks nest in ForkJoin pools. */
  final TaskOrigin outer;

  /** The locks that it asked for. */
  final Needs needs = new Needs();

  /** The task itself, weakly. */
  final WeakReference<Object> task;

  TaskOrigin(Object task, Throwable trace, TaskOrigin outer) {
    this.task = new WeakReference<>(task);
    this.trace = trace;
    this.outer = outer;
  }
}
