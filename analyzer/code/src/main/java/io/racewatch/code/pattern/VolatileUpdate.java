package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/** A volatile field set to something computed from itself: {@code count++}. */
final class VolatileUpdate implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.NON_ATOMIC_UPDATE;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.isInitializer()) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      FieldInsnNode field = Fields.write(method, i);
      boolean candidate = field != null && Fields.isVolatile(method, field);
      if (candidate && method.isReached(i) && !method.owner().callers().cover(method, i)) {
        int read = readFor(method, method.flow().operand(i, 0), i);
        if (read >= 0 && !ownsTarget(method, i)) {
          report(method, read, i, field, to);
        }
      }
    }
  }

  private static boolean ownsTarget(MethodView method, int write) {
    Value target = Fields.target(method, write);
    return target != null && target.kind() == Value.Kind.NEW;
  }

  /** The read of the field that the written value is computed from; -1 if it is not. */
  private static int readFor(MethodView method, Value written, int write) {
    if (written.kind() != Value.Kind.COMPUTED || written.index() < 0) {
      return -1;
    }
    int opcode = method.opcode(written.index());
    boolean binary = opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR;
    boolean conversion = opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
    if (!binary && !conversion) {
      return -1;
    }
    boolean two = binary && (opcode < Opcodes.INEG || opcode > Opcodes.DNEG);
    for (int depth = 0; depth <= (two ? 1 : 0); depth++) {
      Value operand = method.flow().operand(written.index(), depth);
      if (Fields.isOf(operand, method, write)) {
        return operand.readAt() >= 0 ? operand.readAt() : written.index();
      }
      int deeper = readFor(method, operand, write);
      if (deeper >= 0) {
        return deeper;
      }
    }
    return -1;
  }

  private void report(MethodView method, int read, int write, FieldInsnNode field, Sink to) {
    boolean unknown = method.owner().callers().isUnknown(method);
    to.found(this, unknown ? Certainty.POSSIBLE : Certainty.LIKELY, Fields.name(method, field))
        .at(method, write, Operation.WRITE)
        .at(method, read, Operation.READ)
        .say(
            "read, changed and written back without a lock in " + Sink.method(method),
            "The field is volatile, which makes each read and write visible but not the two one"
                + " step: of two threads that do this at once, one update is lost. Use an atomic"
                + " class or a field updater, or hold a lock.");
  }
}
