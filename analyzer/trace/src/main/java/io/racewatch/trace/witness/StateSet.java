package io.racewatch.trace.witness;

/** Remembers states by 128-bit hashes, up to a limit. Not thread-safe. */
final class StateSet {
  private final int limit;
  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private int size;

  StateSet(int limit) {
    this.limit = limit;
  }

  /** Whether it is new; true without remembering it when the set is full. */
  boolean add(long a, long b) {
    if (a == 0 && b == 0) {
      return add(1, 0);
    }
    int mask = low.length - 1;
    int i = (int) (b ^ b >>> 32) & mask;
    while (low[i] != 0 || high[i] != 0) {
      if (low[i] == b && high[i] == a) {
        return false;
      }
      i = i + 1 & mask;
    }
    if (size < limit) {
      low[i] = b;
      high[i] = a;
      if (++size * 2 > low.length) {
        grow();
      }
    }
    return true;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    high = new long[oldHigh.length * 2];
    low = new long[oldLow.length * 2];
    int mask = low.length - 1;
    for (int o = 0; o < oldLow.length; o++) {
      if (oldLow[o] != 0 || oldHigh[o] != 0) {
        int i = (int) (oldLow[o] ^ oldLow[o] >>> 32) & mask;
        while (low[i] != 0 || high[i] != 0) {
          i = i + 1 & mask;
        }
        low[i] = oldLow[o];
        high[i] = oldHigh[o];
      }
    }
  }
}
