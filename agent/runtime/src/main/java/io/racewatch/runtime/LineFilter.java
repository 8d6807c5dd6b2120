package io.racewatch.runtime;

/** Decides which races get a line while the program runs. Asked by threads of ours only. */
public interface LineFilter {
  /**
   * Whether somebody wants to hear of it.
   *
   * @param members what raced, as each side names it
   * @param stacks of the two sides, innermost first
   */
  boolean isWanted(String[] members, StackTraceElement[][] stacks);
}
