package io.racewatch.report.common;

import io.racewatch.model.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack as people want it: their own frames, with runs of JDK frames folded into one line each.
 *
 * @param lines innermost first
 * @param omitted frames beyond the limit
 */
public record FoldedStack(List<Line> lines, int omitted) {
  /**
   * A frame, or a fold of several.
   *
   * @param frame the frame; of a fold its outermost one, which is what the user's code called
   * @param folded how many JDK frames the line stands for; 0 for a frame shown as it is
   */
  public record Line(Frame frame, int folded) {
    /** Whether this line stands for JDK frames. */
    public boolean isFold() {
      return folded > 0;
    }

    /** {@code 3 JDK frames}. */
    public String foldText() {
      return folded + (folded == 1 ? " JDK frame" : " JDK frames");
    }
  }

  public FoldedStack {
    lines = List.copyOf(lines);
  }

  /**
   * Folds a stack. One made of JDK frames alone is left as it is.
   *
   * @param limit the most frames to show, at least 1; folds do not count
   */
  public static FoldedStack of(List<Frame> stack, int limit) {
    boolean fold = stack.stream().anyMatch(frame -> !Jdk.owns(frame.className()));
    List<Line> lines = new ArrayList<>();
    int shown = 0;
    int i = 0;
    while (i < stack.size()) {
      int end = fold ? endOfJdkFrames(stack, i) : i;
      if (end > i) {
        lines.add(new Line(stack.get(end - 1), end - i));
        i = end;
      } else if (shown == limit) {
        return new FoldedStack(lines, stack.size() - i);
      } else {
        lines.add(new Line(stack.get(i++), 0));
        shown++;
      }
    }
    return new FoldedStack(lines, 0);
  }

  /** The first frame outside the JDK; the innermost if there is none; null for an empty stack. */
  public static Frame userFrame(List<Frame> stack) {
    return stack.stream()
        .filter(frame -> !Jdk.owns(frame.className()))
        .findFirst()
        .orElse(stack.isEmpty() ? null : stack.get(0));
  }

  private static int endOfJdkFrames(List<Frame> stack, int from) {
    int i = from;
    while (i < stack.size() && Jdk.owns(stack.get(i).className())) {
      i++;
    }
    return i;
  }
}
