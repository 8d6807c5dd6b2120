package io.racewatch.code.pattern;

import io.racewatch.code.flow.Cycles;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A loop that only waits for a plain field: the JIT may read it once (JLS 17.3). */
final class SpinOnPlainField implements PatternRule {
  /** Calls that neither change anything nor order anything. */
  private static final Set<String> IDLE = Set.of("yield", "onSpinWait", "sleep");

  @Override
  public Rule rule() {
    return Rule.SPIN_ON_PLAIN_FIELD;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      FieldInsnNode field = Fields.read(method, i);
      boolean candidate = field != null && !method.isInitializer() && goesBack(method, i);
      if (candidate && Fields.isPlain(method, field) && method.isReached(i)) {
        Cycles cycles = method.cycles();
        if (cycles.inLoop(i) && isLeft(method, i, cycles) && onlyWaits(method, i, cycles)) {
          report(method, i, field, to);
        }
      }
    }
  }

  /** A loop so small ends soon after the read. */
  private static boolean goesBack(MethodView method, int read) {
    for (int i = read + 1; i < method.size() && i < read + 40; i++) {
      if (method.insn(i) instanceof org.objectweb.asm.tree.JumpInsnNode) {
        return true;
      }
    }
    return false;
  }

  /** Whether a test of the field leads out of the loop. */
  private static boolean isLeft(MethodView method, int read, Cycles cycles) {
    for (int jump = 0; jump < method.size(); jump++) {
      if (!cycles.together(read, jump) || method.flow().next(jump).length < 2) {
        continue;
      }
      boolean out = false;
      for (int next : method.flow().next(jump)) {
        out |= !cycles.together(read, next);
      }
      if (out && tests(method, jump, read)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tests(MethodView method, int jump, int read) {
    for (int depth = 0; depth < 2; depth++) {
      Value value = method.flow().operand(jump, depth);
      if (value.kind() == Value.Kind.COMPUTED && value.index() >= 0) {
        value = method.flow().operand(value.index(), 1);
      }
      if (value.isField() && value.readAt() == read) {
        return true;
      }
    }
    return false;
  }

  private static boolean onlyWaits(MethodView method, int read, Cycles cycles) {
    for (int i = 0; i < method.size(); i++) {
      if (cycles.together(read, i) && !isIdle(method, i, read)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdle(MethodView method, int at, int field) {
    int opcode = method.opcode(at);
    MethodInsnNode call = method.call(at);
    if (call != null) {
      boolean thread =
          call.owner.equals("java/lang/Thread")
              || call.owner.equals("java/util/concurrent/TimeUnit");
      return thread && IDLE.contains(call.name);
    }
    FieldInsnNode other = Fields.read(method, at);
    if (other != null) {
      return !Fields.isVolatile(method, other);
    }
    if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      // A local that changes makes it a search, unless it only keeps what was read.
      return method.flow().operand(at, 0).isField()
          && method.flow().operand(at, 0).readAt() == field;
    }
    boolean stores = opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    boolean arrays = opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD;
    return !arrays
        && !stores
        && opcode != Opcodes.PUTFIELD
        && opcode != Opcodes.PUTSTATIC
        && opcode != Opcodes.INVOKEDYNAMIC
        && opcode != Opcodes.MONITORENTER
        && opcode != Opcodes.IINC
        && opcode != Opcodes.NEW;
  }

  private void report(MethodView method, int read, FieldInsnNode field, Sink to) {
    to.found(this, Certainty.LIKELY, Fields.name(method, field))
        .at(method, read, Operation.READ)
        .say(
            "waited for in a loop in " + Sink.method(method),
            "The field is not volatile and nothing in the loop orders the read after the other"
                + " thread's write, so the loop may never see it. Make the field volatile, or wait"
                + " on a latch or a lock.");
  }
}
