package io.racewatch.report.html;

import io.racewatch.model.Frame;
import io.racewatch.report.common.FoldedStack;
import io.racewatch.report.common.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack on the page: what is seen at once, and what opens with a click.
 *
 * @param head the first lines
 * @param rest the others
 */
record StackView(List<Line> head, List<Line> rest) {
  private static final int SEEN = 8;

  /**
   * A frame, or a run of JDK frames that is folded.
   *
   * @param frame the frame, of a fold its outermost
   * @param folded the frames of a fold; empty for a frame
   * @param text how the fold is named
   * @param source the quoted source line, or empty
   */
  record Line(Frame frame, List<Frame> folded, String text, String source) {}

  static StackView ofLines(List<Line> lines) {
    int seen = lines.size() <= SEEN + 1 ? lines.size() : SEEN;
    return new StackView(lines.subList(0, seen), lines.subList(seen, lines.size()));
  }

  /** Folds a stack for the page and quotes the innermost frame outside the JDK. */
  public static StackView of(List<Frame> stack, Page page) {
    List<Line> lines = new ArrayList<>();
    Frame user = FoldedStack.userFrame(stack);
    int at = 0;
    for (FoldedStack.Line line : FoldedStack.of(stack, Integer.MAX_VALUE).lines()) {
      int end = at + Math.max(1, line.folded());
      boolean quoted = line.frame() == user && !line.isFold();
      lines.add(
          new Line(
              line.frame(),
              line.isFold() ? stack.subList(at, end) : List.of(),
              line.isFold() ? text(line, at == 0) : "",
              quoted ? page.source(line.frame()) : ""));
      at = end;
    }
    return ofLines(lines);
  }

  /** {@code 12 more lines}. */
  public String restText() {
    return Words.count(rest.size(), "more line", "more lines");
  }

  private static String text(FoldedStack.Line line, boolean innermost) {
    return innermost ? line.foldText() + " (" + Words.call(line.frame()) + ")" : line.foldText();
  }
}
