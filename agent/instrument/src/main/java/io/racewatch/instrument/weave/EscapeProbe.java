package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import org.objectweb.asm.Opcodes;

/**
 * Finds where a constructor lets its object out: as an argument of a call that makes no object, or
 * into a static field, an array, or a field of another object. What it writes from then on is not
 * frozen for whoever uses the object early (JLS 17.5). Weaves nothing.
 */
final class EscapeProbe extends Probe {
  private final MethodPlan method;
  private final int first;
  private final int last;

  /** The operands from the first depth to the last may be the object. */
  private EscapeProbe(MethodPlan method, int first, int last) {
    this.method = method;
    this.first = first;
    this.last = last;
  }

  /** Of a store instruction, or null. */
  static EscapeProbe ofStore(MethodPlan method, int opcode) {
    boolean stores =
        opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD || opcode == Opcodes.AASTORE;
    return stores && method.isConstructor() ? new EscapeProbe(method, 0, 0) : null;
  }

  /** Of a call, or null. */
  static EscapeProbe ofCall(MethodPlan method, Call call) {
    boolean passes = method.isConstructor() && !call.name().equals("<init>");
    int arguments = call.arguments().length;
    return passes && arguments > 0 ? new EscapeProbe(method, 0, arguments - 1) : null;
  }

  @Override
  int hooks() {
    return 0;
  }

  @Override
  boolean needsFacts() {
    return true;
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    for (int depth = first; depth <= last; depth++) {
      if (facts.operand(instruction, depth).kind() == Origin.Kind.THIS) {
        method.letsOut = Math.min(method.letsOut, instruction);
      }
    }
    return false;
  }

  @Override
  void weave(Code code) {
    throw new IllegalStateException("never settles");
  }
}
