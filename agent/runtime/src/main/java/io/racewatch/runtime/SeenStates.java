package io.racewatch.runtime;

import java.util.Arrays;

/** States that hold a read of a thread's present epoch among others. Used by that thread alone. */
final class SeenStates {
  private final SharedShadow[] states;
  private long epoch;

  SeenStates(int size) {
    states = new SharedShadow[size];
  }

  /** Whether that state is known to hold a read of that epoch. */
  boolean has(SharedShadow s, long now) {
    return epoch == now && states[s.hash() & states.length - 1] == s;
  }

  void add(SharedShadow s, long now) {
    if (epoch != now) {
      Arrays.fill(states, null);
      epoch = now;
    }
    states[s.hash() & states.length - 1] = s;
  }
}
