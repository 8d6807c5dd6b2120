package io.racewatch.code.api;

/**
 * How a framework calls a method.
 *
 * @param thread name of the one thread that calls it; empty: many do
 * @param before whether it is called while nothing else runs
 * @param shared whether one object serves all calls
 * @param likely whether a race that follows is likely, else it is possible
 */
public record Origin(String thread, boolean before, boolean shared, boolean likely) {
  /** Whether calls overlap. */
  public boolean many() {
    return thread.isEmpty();
  }

  /** Whether a call of this and a call of the other can overlap. */
  public boolean beside(Origin other) {
    boolean apart = many() || other.many() || !thread.equals(other.thread);
    return apart && !before && !other.before;
  }

  Origin on(boolean sharedObject) {
    return new Origin(thread, before, sharedObject, likely);
  }
}
