package io.racewatch.trace.std;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import java.io.IOException;

/** Writes STD traces. Stateless. */
public final class StdWriter {
  private StdWriter() {}

  /**
   * Writes all events, lines ended by LF.
   *
   * @throws IOException if {@code out} fails
   */
  public static void write(Trace trace, Appendable out) throws IOException {
    for (int e = 0; e < trace.size(); e++) {
      Op op = trace.op(e);
      out.append(trace.threads().name(trace.thread(e))).append('|').append(op.word());
      if (!op.isIdle()) {
        out.append('(').append(operand(trace, e)).append(')');
      }
      out.append('|').append(Integer.toString(trace.location(e))).append('\n');
    }
  }

  private static String operand(Trace trace, int event) {
    int operand = trace.operand(event);
    return switch (trace.op(event)) {
      case READ, WRITE -> trace.variables().name(operand);
      case ACQUIRE, RELEASE -> trace.locks().name(operand);
      default -> trace.threads().name(operand);
    };
  }
}
