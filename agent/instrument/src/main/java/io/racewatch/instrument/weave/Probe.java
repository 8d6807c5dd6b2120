package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;

/** What is woven around one instruction. */
abstract class Probe {
  /** How many hooks it calls. */
  int hooks() {
    return 1;
  }

  /** Whether it is the check of a plain access and nothing else. */
  boolean isCheck() {
    return false;
  }

  /** Whether {@link #settle} needs to know the data flow of the method. */
  boolean needsFacts() {
    return false;
  }

  /** Whether {@link #weave} makes jumps or handlers and so needs the types of all locals. */
  boolean needsFrames() {
    return false;
  }

  /**
   * Decides once the data flow is known.
   *
   * @param instruction number of the instruction in the method
   * @return false: nothing is woven here after all
   */
  boolean settle(MethodFacts facts, int instruction) {
    return true;
  }

  /** Writes the hooks and, in its place between them, the instruction itself. */
  abstract void weave(Code code);
}
