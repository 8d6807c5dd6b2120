package io.racewatch.runtime;

import io.racewatch.runtime.clock.Tenancy;

/**
 * What is kept of an access but for its time: who, where, under locks taken where. Immutable. One
 * object stands for all equal accesses of a thread, in any epoch.
 */
final class Context {
  private static final int COUNTED = 8;

  final Tenancy tenancy;
  final int site;

  /** Where locks that were held had been taken; null if there were none. */
  final LockPath path;

  /** The task that ran, or null. */
  final TaskOrigin task;

  /** The optimistic read that it was part of, or null. */
  final OptimisticRead optimistic;

  /** It races with plain accesses alone. */
  final boolean atomic;

  /** The stack, if it was taken; then this stands for one access, or for some of one epoch. */
  final Throwable trace;

  /** How often it was asked for. Used by its thread alone. */
  private int passes;

  Context(ThreadState t, int site, Throwable trace) {
    this.tenancy = t.tenancy;
    this.site = site;
    this.path = LockPath.of(t);
    this.task = t.task;
    this.optimistic = t.optimistic;
    this.atomic = Sites.isAtomic(site);
    this.trace = trace;
  }

  /**
   * Whether this pass at the site is to be counted for all threads: the first ones and then each
   * sixteenth, for the common counter is a word that threads would fight for.
   */
  boolean isDue() {
    int n = ++passes;
    return n <= COUNTED || (n & 15) == 0;
  }

  /** Whether an access by that thread at that site would have this context, but for the stack. */
  boolean isOf(ThreadState t, int site) {
    return this.site == site
        && path == LockPath.of(t)
        && task == t.task
        && tenancy == t.tenancy
        && optimistic == t.optimistic;
  }
}
