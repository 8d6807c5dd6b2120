package io.racewatch.report.text;

import io.racewatch.model.Frame;
import io.racewatch.report.common.FoldedStack;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.Words;
import java.util.List;

/** Stacks as text, with JDK frames folded and the first source line quoted where it is known. */
final class StackText {
  private static final int FRAMES_SHOWN = 5;

  private final TextOut text;
  private final SourceLines sources;
  private final boolean verbose;

  StackText(TextOut text, SourceLines sources, boolean verbose) {
    this.text = text;
    this.sources = sources;
    this.verbose = verbose;
  }

  void write(int indent, List<Frame> stack) {
    FoldedStack folded = FoldedStack.of(stack, verbose ? Integer.MAX_VALUE : FRAMES_SHOWN);
    boolean quoted = false;
    boolean first = true;
    for (FoldedStack.Line line : folded.lines()) {
      if (line.isFold()) {
        // What the user's code called in the JDK says more than the number of frames below it.
        String called = first ? " (" + Words.call(line.frame()) + ")" : "";
        text.line(indent, "… " + line.foldText() + called);
      } else {
        text.line(indent, "at " + Words.frame(line.frame()));
        if (!quoted) {
          quote(indent, line.frame());
          quoted = true;
        }
      }
      first = false;
    }
    if (folded.omitted() > 0) {
      text.line(indent, "… " + Words.count(folded.omitted(), "more frame", "more frames"));
    }
  }

  private void quote(int indent, Frame frame) {
    String source = sources.line(frame);
    if (!source.isBlank()) {
      text.line(indent + 3, "> " + Safe.name(source.strip()));
    }
  }
}
