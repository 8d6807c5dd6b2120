package io.racewatch.report.text;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.ThreadRef;
import io.racewatch.report.common.FoldedStack;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.Words;
import java.util.List;

/** One side of a finding: an access of a race or an edge of a cycle. */
final class SideText {
  private final TextOut text;
  private final StackText stacks;

  SideText(TextOut text, StackText stacks) {
    this.text = text;
    this.stacks = stacks;
  }

  void access(Access access) {
    String object =
        access.object() == null || access.object().isEmpty()
            ? ""
            : (access.operation() == Operation.CALL ? " on " : " of ") + Safe.name(access.object());
    String by = access.thread() == null ? "" : " by " + Words.thread(access.thread());
    text.line(2, Words.operation(access) + object + by);
    stacks.write(4, access.stack());
    locks(access.locksHeld());
    origin(access.thread());
  }

  void edge(CycleEdge edge) {
    String who = edge.thread() == null ? "a thread" : Words.thread(edge.thread());
    text.line(2, who + " holds " + Words.lock(edge.holds()) + ", taken");
    stacks.write(4, edge.holdsAt());
    text.line(3, "and wants " + Words.lock(edge.wants()));
    stacks.write(4, edge.wantsAt());
    origin(edge.thread());
  }

  private void locks(List<LockRef> locks) {
    if (locks.isEmpty()) {
      text.line(4, "holding no lock");
    }
    for (LockRef lock : locks) {
      String at = lock.at() == null ? "" : ", taken at " + Words.frame(lock.at());
      text.line(4, "holding " + Words.lock(lock) + at);
    }
  }

  private void origin(ThreadRef thread) {
    if (thread != null) {
      origin("task submitted at ", thread.submitted());
      origin("thread started at ", thread.started());
    }
  }

  private void origin(String what, List<Frame> stack) {
    Frame frame = FoldedStack.userFrame(stack);
    if (frame != null) {
      text.line(4, what + Words.frame(frame));
    }
  }
}
