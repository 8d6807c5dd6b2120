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

  /** What it means that it was submitted under locks; null if it was not. */
  final Scope scope;

  private Object who;

  TaskOrigin(Object task, Throwable trace, TaskOrigin outer, Scope scope) {
    this.task = new WeakReference<>(task);
    this.trace = trace;
    this.outer = outer;
    this.scope = scope;
  }

  /** Stands for this run of the task; keeps nothing alive. */
  Object who() {
    return who != null ? who : (who = new Object());
  }
}
