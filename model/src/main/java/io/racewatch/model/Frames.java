package io.racewatch.model;

import java.util.List;

/** Questions about stacks. */
public final class Frames {
  private Frames() {}

  /** The first frame outside the JDK; the innermost if there is none; null for an empty stack. */
  public static Frame firstOutsideJdk(List<Frame> stack) {
    for (Frame frame : stack) {
      if (!isJdk(frame.className())) {
        return frame;
      }
    }
    return stack.isEmpty() ? null : stack.get(0);
  }

  /**
   * Whether the name is one of a JDK class. {@code javax} is not in it: libraries live there too.
   * Only for words in reports and identity; what is watched is decided by class loaders.
   */
  public static boolean isJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.")
        || className.startsWith("com.sun.");
  }
}
