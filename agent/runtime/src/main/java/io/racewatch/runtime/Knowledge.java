package io.racewatch.runtime;

import io.racewatch.runtime.clock.VectorClock;
import java.util.Arrays;
import jdk.internal.vm.annotation.DontInline;

/** What those knew who released something. Guarded by the lock of the {@link SyncClock} it is. */
class Knowledge {
  /** What the releasers knew; null while {@link #few} says it. */
  private int[][] chunks;

  /** The same of a clock that is short, changed in place: mostly nothing is allocated or stored. */
  private int[] few;

  /** That of one releaser. */
  final void keep(VectorClock mine) {
    if (!mine.isShort()) {
      keep(mine.share());
      return;
    }
    int[] entries = mine.copyTo(few);
    if (few != entries) {
      few = entries;
    }
    chunks = null;
  }

  final void keep(int[][] shared) {
    if (chunks != shared) {
      chunks = shared; // a reference stored where it stands already costs G1 a fence
    }
    few = null;
  }

  /** Its join with what another releaser knew, and with an epoch. */
  @DontInline
  final void merge(VectorClock mine, long e) {
    if (chunks != null || !mine.isShort() || slot(e) >= VectorClock.CHUNK) {
      keep(joined(mine.share(), e).share());
      return;
    }
    few = mine.raiseIn(few, slot(e) + 1);
    few[slot(e)] = Math.max(few[slot(e)], (int) e);
  }

  final VectorClock joined(int[][] more, long e) {
    VectorClock all = new VectorClock();
    if (chunks != null) {
      all.join(chunks);
    } else if (few != null) {
      all.join(few);
    }
    all.join(more);
    all.raise(slot(e), (int) e);
    return all;
  }

  /** What the releasers knew, as it stands, to be used without the lock; null if nothing was. */
  final int[][] snapshot() {
    return chunks != null || few == null
        ? chunks
        : new int[][] {Arrays.copyOf(few, VectorClock.CHUNK)};
  }

  /** For a thread that is about to learn it: the chunks, or null if it has a copy of the few. */
  final int[][] lend(ThreadState t) {
    if (chunks == null && few != null) {
      t.vector.lend(few);
    }
    return chunks;
  }

  /** The slot of an epoch, whatever its sign says. */
  static int slot(long epoch) {
    return (int) (epoch >>> 32) & Integer.MAX_VALUE;
  }
}
