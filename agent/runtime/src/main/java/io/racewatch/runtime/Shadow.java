package io.racewatch.runtime;

/**
 * The shadow state of a variable: who wrote it last and who read it since. Variables with the same
 * history share one {@link SharedShadow}; one whose history is its own gets an {@link OwnShadow}.
 *
 * <p>Woven code compares the epochs here with that of its thread, without a lock: an epoch is one
 * thread's alone, so a thread that finds its own has put it there itself, and a stale value only
 * leads to the slow path. On the 64-bit JVMs that racewatch runs on a long is read whole.
 */
public abstract class Shadow {
  /** Epoch of the last write, 0 if none or atomic. */
  long writeEpoch;

  /** Epoch of the latest read since, 0 if none or atomic. */
  long readEpoch;

  /** Locks held at all accesses since a second thread came, or null while there was one thread. */
  LockSet guards;

  /** The guards after an access by {@code t} under the locks that it holds now. */
  final LockSet guardsAfter(ThreadState t) {
    LockSet held = Held.setOf(t.held);
    if (guards == held) {
      return held; // the common case, without a look into the set
    }
    if (guards != null) {
      return guards.isEmpty() ? guards : guards.intersect(held);
    }
    return isForeignTo(t) ? held : null;
  }

  /** Whether a thread other than that has a part in this state. */
  abstract boolean isForeignTo(ThreadState t);

  /** Slots do not tell: a thread that ran out of clock has had others, and each has had others. */
  static boolean isForeign(long epoch, Context context, ThreadState t) {
    return epoch != 0 && context.tenancy != t.tenancy && context.tenancy.uid != t.info.uid;
  }
}
