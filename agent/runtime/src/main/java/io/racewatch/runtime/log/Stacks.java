package io.racewatch.runtime.log;

import io.racewatch.format.Entry;

/** Stacks as the run file holds them. Stateless. */
public final class Stacks {
  private static final Entry.Place[] NONE = {};

  private Stacks() {}

  /**
   * The places of a stack, innermost first. Frames of racewatch and of the JDK's reflection are
   * left out at the top, since they hide the code that did the access; further down they are part
   * of the story.
   *
   * @param frames as the JVM gives them, possibly null
   */
  public static Entry.Place[] of(StackTraceElement[] frames) {
    if (frames == null) {
      return NONE;
    }
    int own = 0;
    while (own < frames.length && isOwn(frames[own])) {
      own++;
    }
    int top = own;
    while (top < frames.length && isGlue(frames[top].getClassName())) {
      top++;
    }
    if (top == frames.length) {
      top = own;
    }
    if (top == frames.length) {
      return NONE;
    }
    Entry.Place[] places = new Entry.Place[frames.length - top];
    int kept = 0;
    for (int i = top; i < frames.length; i++) {
      if (!isHidden(frames[i])) {
        places[kept++] = place(frames[i]);
      }
    }
    return kept == places.length ? places : java.util.Arrays.copyOf(places, kept);
  }

  /** Classes that the JVM spins for lambdas; some ways to a stack leave them out, some do not. */
  private static boolean isHidden(StackTraceElement frame) {
    return frame.getFileName() == null && frame.getClassName().contains("/0x");
  }

  /** A frame; what the JVM does not know is empty or 0. */
  public static Entry.Place place(StackTraceElement frame) {
    String file = frame.getFileName();
    return new Entry.Place(
        frame.getClassName(),
        frame.getMethodName(),
        file == null ? "" : file,
        Math.max(0, frame.getLineNumber()));
  }

  private static boolean isOwn(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("io.racewatch.runtime.")
        || name.equals("java.lang.Thread") && frame.getMethodName().equals("getStackTrace");
  }

  private static boolean isGlue(String name) {
    return name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.reflect.")
        || name.startsWith("java.lang.invoke.");
  }
}
