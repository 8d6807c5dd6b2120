package io.racewatch.runtime;

/**
 * Clocks whose last release proves nothing, and states of them that a thread has taken over lately.
 * Used by its thread alone.
 */
final class JoinedStates {
  private final SyncClock[] clocks = new SyncClock[8];
  private final long[] states = new long[8];

  /** Whether the thread has taken over what the clock said at that state of it. */
  boolean has(SyncClock clock, long state) {
    int i = slot(state);
    return clocks[i] == clock && states[i] == state;
  }

  void add(SyncClock clock, long state) {
    int i = slot(state);
    clocks[i] = clock;
    states[i] = state;
  }

  private int slot(long state) {
    return (int) (state ^ state >>> 32) & clocks.length - 1;
  }
}
