package io.racewatch.runtime;

import io.racewatch.runtime.clock.Tenancy;

/**
 * What is kept of an access: who, when, where, under which locks. One object stands for all equal
 * accesses of a thread's epoch. Immutable but for the two states made from it.
 */
final class Access {
  final Tenancy tenancy;
  final int clock;
  final long epoch;

  /** Recorded acquires of the thread before the epoch's first access at this site. */
  final long acquires;

  final int site;

  /** Locks held, or null. */
  final Held held;

  /** The task that ran, or null. */
  final TaskOrigin task;

  /** The optimistic read that it was part of, or null. */
  final OptimisticRead optimistic;

  /** It races with plain accesses alone. */
  final boolean atomic;

  /** The stack, if it was taken at this access. */
  final Throwable trace;

  /** It stands for several accesses, of which the stack shows the first. */
  boolean again;

  /** The state "written by this access, never read", made when first needed. */
  Shadow asFirstWrite;

  /** The last state "written by this access" of a shared variable. */
  Shadow asWrite;

  /** The state "read by this access, never written". */
  Shadow asFirstRead;

  Access(ThreadState t, int site, Throwable trace) {
    this.tenancy = t.tenancy;
    this.clock = t.clock;
    this.epoch = t.epoch;
    this.acquires = t.acquires;
    this.held = t.held;
    this.task = t.task;
    this.optimistic = t.optimistic;
    this.site = site;
    this.atomic = Sites.isAtomic(site);
    this.trace = trace;
  }

  /** Whether the stack is that of the one access that this stands for. */
  boolean isExact() {
    return trace != null && !again;
  }

  Shadow firstWrite() {
    Shadow s = asFirstWrite;
    if (s == null) {
      s = asFirstWrite = new Shadow(this, null, null, null);
    }
    return s;
  }

  /** The state "written by this access, under these guards by all". */
  Shadow write(LockSet guards) {
    Shadow s = asWrite;
    if (s == null || s.guards != guards) {
      s = asWrite = new Shadow(this, null, null, guards);
    }
    return s;
  }

  Shadow firstRead() {
    Shadow s = asFirstRead;
    if (s == null) {
      s = asFirstRead = new Shadow(null, this, null, null);
    }
    return s;
  }
}
