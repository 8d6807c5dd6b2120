package io.racewatch.report.common;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import java.util.ArrayList;
import java.util.List;

/** Where in the code a finding is, for formats that show it beside a line. */
public final class Places {
  private static final Frame NOWHERE = new Frame("unknown", "unknown", "", 0);

  private Places() {}

  /** One frame for each side, the first outside the JDK; never empty. */
  public static List<Frame> of(Finding finding) {
    List<Frame> frames = new ArrayList<>();
    for (Access access : finding.accesses()) {
      add(frames, access.stack());
    }
    for (CycleEdge edge : finding.cycle()) {
      add(frames, edge.wantsAt().isEmpty() ? edge.holdsAt() : edge.wantsAt());
    }
    return frames.isEmpty() ? List.of(NOWHERE) : frames;
  }

  /** The line of a frame, at least 1, as the formats demand it. */
  public static int line(Frame frame) {
    return Math.max(1, frame.line());
  }

  private static void add(List<Frame> frames, List<Frame> stack) {
    Frame frame = FoldedStack.userFrame(stack);
    if (frame != null) {
      frames.add(frame);
    }
  }
}
