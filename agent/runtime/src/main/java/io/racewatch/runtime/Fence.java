package io.racewatch.runtime;

/**
 * What fences order, as in the C++ memory model, of which VarHandle's javadoc says its modes are
 * near kin: what comes before a release fence is released by the thread's later opaque writes, and
 * what an opaque read could have acquired is acquired by the thread's next acquire fence.
 */
final class Fence {
  /** How many opaque reads are remembered for a fence to come. */
  private static final int READS = 8;

  final long epoch;
  final int[][] chunks;

  /** The thread's knowledge as of now. */
  private Fence(ThreadState t) {
    t.settle();
    this.epoch = t.epoch;
    this.chunks = t.vector.share();
  }

  /** What an opaque read could have acquired. */
  static final class Read {
    final SyncClock clock;
    final long last;
    final int[][] chunks;
    final Heads heads;

    Read(SyncClock clock, long last, int[][] chunks, Heads heads) {
      this.clock = clock;
      this.last = last;
      this.chunks = chunks;
      this.heads = heads;
    }
  }

  /** The thread passes a release fence. */
  static void release(ThreadState t) {
    t.fence = new Fence(t);
    t.tick();
  }

  /** The thread read a variable with this clock, opaquely. */
  static void read(SyncClock clock, ThreadState t) {
    if (clock.isKnownTo(t)) {
      return;
    }
    if (t.fenced == null) {
      t.fenced = new Read[READS];
    }
    t.fenced[t.fencedCount++ & READS - 1] = clock.peek();
  }

  /** The thread passes an acquire fence. */
  static void acquire(ThreadState t, int site) {
    if (t.fencedCount == 0) {
      return;
    }
    t.fencedCount = 0;
    for (int i = 0; i < READS; i++) {
      Read read = t.fenced[i];
      t.fenced[i] = null;
      if (read != null && read.last != 0) {
        t.learn(read.clock, read.last, read.chunks, read.heads, null, site);
      }
    }
  }
}
