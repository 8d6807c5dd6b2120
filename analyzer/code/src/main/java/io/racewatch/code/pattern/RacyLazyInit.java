package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/** A static field that is filled on first use without a lock. */
final class RacyLazyInit implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.RACY_LAZY_INIT;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.isInitializer()) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      boolean candidate =
          method.opcode(i) == Opcodes.PUTSTATIC
              && ((FieldInsnNode) method.insn(i)).desc.length() > 1;
      if (candidate && method.isReached(i) && !method.owner().callers().cover(method, i)) {
        check(method, i, to);
      }
    }
  }

  private void check(MethodView method, int write, Sink to) {
    int read = test(method, write);
    FieldInsnNode field = (FieldInsnNode) method.insn(write);
    Value written = method.flow().operand(write, 0);
    if (read < 0 || written.kind() == Value.Kind.NULL) {
      return;
    }
    boolean plain = Fields.isPlain(method, field);
    int filled = Filling.after(method, write, null);
    if (filled >= 0) {
      to.found(this, Certainty.LIKELY, Fields.name(method, field))
          .at(method, write, Operation.WRITE)
          .at(method, filled, Operation.CALL)
          .say(
              "seen before it is filled, in " + Sink.method(method),
              "The field is set first and its object filled afterwards, without a lock: another"
                  + " thread uses it empty or half filled. Fill a local variable, set the field"
                  + " last, and guard both by a lock or a holder class.");
    } else if (plain && !Fields.isImmutable(method, field.desc)) {
      boolean mutable = Filling.isMutable(method, write);
      to.found(this, mutable ? Certainty.LIKELY : Certainty.POSSIBLE, Fields.name(method, field))
          .at(method, write, Operation.WRITE)
          .at(method, read, Operation.READ)
          .say(
              "filled on first use without a lock in " + Sink.method(method),
              "Two threads may make an object each, and without a lock or volatile one may see the"
                  + " other's half made. Fill the field where it is declared, in a holder class, or"
                  + " under a lock.");
    }
  }

  /** The read that decides about the write; -1 if none does. */
  private static int test(MethodView method, int write) {
    for (int jump = 0; jump < write; jump++) {
      int opcode = method.opcode(jump);
      if (opcode != Opcodes.IFNULL && opcode != Opcodes.IFNONNULL) {
        continue;
      }
      Value value = method.flow().operand(jump, 0);
      boolean decides =
          Fields.isOf(value, method, write)
              && value.readAt() >= 0
              && !method.locks().anyHeld(value.readAt())
              && Ways.dominates(method.flow(), jump, write);
      if (decides) {
        return value.readAt();
      }
    }
    return -1;
  }
}
