package io.racewatch.trace.witness;

import io.racewatch.trace.lock.Holds;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Follows which write each read sees, and which reads are guards: made under a lock under which the
 * value was written by another thread, and not followed by a write of the same variable before a
 * lock is given back. Such a read is a test of a flag; one that is followed by a write is an update
 * of a counter or a sum, whose value rarely decides which locks are taken.
 */
final class Guards {
  private final Holds holds;
  private final int[] writer;
  private final int[] writerThread;
  private final int[] writerSet;
  private final int[] tested;
  private final int[] testedBy;
  private final int[] testedSet;

  Guards(int variables, Holds holds) {
    this.holds = holds;
    writer = none(variables);
    writerThread = none(variables);
    writerSet = new int[variables];
    tested = none(variables);
    testedBy = none(variables);
    testedSet = new int[variables];
  }

  private static int[] none(int size) {
    int[] all = new int[size];
    Arrays.fill(all, History.NONE);
    return all;
  }

  /** The write that the read sees, or {@link History#NONE}. */
  int read(int x, int thread, int event, BitSet guards) {
    if (writer[x] != History.NONE
        && writerThread[x] != thread
        && holds.meet(writerSet[x], holds.set(thread))) {
      guards.set(event);
      tested[x] = event;
      testedBy[x] = thread;
      testedSet[x] = holds.set(thread);
    }
    return writer[x];
  }

  void write(int x, int thread, int event, BitSet guards) {
    if (tested[x] != History.NONE
        && testedBy[x] == thread
        && holds.meet(testedSet[x], holds.set(thread))) {
      guards.clear(tested[x]);
    }
    tested[x] = History.NONE;
    writer[x] = event;
    writerThread[x] = thread;
    writerSet[x] = holds.set(thread);
  }
}
