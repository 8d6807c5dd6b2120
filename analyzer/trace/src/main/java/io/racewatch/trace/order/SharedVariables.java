package io.racewatch.trace.order;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import java.util.Arrays;

/**
 * Which variables can race at all, because two threads access them and one writes, and which
 * threads need a component in vector clocks: those that access such a variable or release a lock. A
 * trace can have a thread for each one-way edge; they carry clocks but need no component.
 */
final class SharedVariables {
  private static final int NOBODY = -1;
  private static final int MANY = -2;

  private final int[] onlyThread;
  private final boolean[] written;
  private final int[] slots;
  private final int[] lastMention;
  private int slotCount;

  SharedVariables(Trace trace) {
    onlyThread = new int[trace.variables().size()];
    written = new boolean[onlyThread.length];
    slots = new int[trace.threads().size()];
    lastMention = new int[slots.length];
    Arrays.fill(onlyThread, NOBODY);
    Arrays.fill(slots, -1);
    for (int e = 0; e < trace.size(); e++) {
      see(trace, e);
    }
    for (int e = 0; e < trace.size(); e++) {
      Op op = trace.op(e);
      int t = trace.thread(e);
      if (slots[t] < 0 && (op == Op.RELEASE || op.isAccess() && isShared(trace.operand(e)))) {
        slots[t] = slotCount++;
      }
    }
  }

  private void see(Trace trace, int e) {
    Op op = trace.op(e);
    int t = trace.thread(e);
    lastMention[t] = e;
    if (op.isOnThread()) {
      lastMention[trace.operand(e)] = e;
    } else if (op.isAccess()) {
      int x = trace.operand(e);
      onlyThread[x] = onlyThread[x] == NOBODY || onlyThread[x] == t ? t : MANY;
      written[x] |= op == Op.WRITE;
    }
  }

  /** Whether several threads access it and one writes. */
  boolean isShared(int variable) {
    return onlyThread[variable] == MANY && written[variable];
  }

  /** The thread's component, or -1. */
  int slot(int thread) {
    return slots[thread];
  }

  int slots() {
    return slotCount;
  }

  /** The last event of the thread or about it. */
  int lastMention(int thread) {
    return lastMention[thread];
  }
}
