package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** A notification in a synchronized block, or method, that does nothing before it. */
final class NakedNotify implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.NAKED_NOTIFY;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      if (call != null && Waits.isNotify(call) && isNaked(method, i) && method.isReached(i)) {
        to.found(this, Certainty.POSSIBLE, LockNames.of(method.receiver(i), method))
            .at(method, i, Operation.CALL)
            .say(
                call.name + " of nothing that changed in " + Sink.method(method),
                "Nothing is changed under the lock before the notification. If what the others wait"
                    + " for was changed without the lock, a thread that was about to wait misses"
                    + " it. Change the state in the same block.");
      }
    }
  }

  /** Only loads stand between the beginning of the block, or of the method, and the call. */
  private static boolean isNaked(MethodView method, int at) {
    for (int i = at - 1; i >= 0; i--) {
      int opcode = method.opcode(i);
      if (opcode == Opcodes.MONITORENTER) {
        return beginsWith(method, i);
      }
      if (!isLoad(opcode)) {
        return false;
      }
    }
    return method.is(Opcodes.ACC_SYNCHRONIZED);
  }

  /** What was changed before the block was perhaps changed for it. */
  private static boolean beginsWith(MethodView method, int enter) {
    for (int i = enter - 1; i >= 0; i--) {
      if (!isLoad(method.opcode(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLoad(int opcode) {
    return opcode < 0
        || opcode == Opcodes.ALOAD
        || opcode == Opcodes.ASTORE
        || opcode == Opcodes.DUP
        || opcode == Opcodes.LDC
        || opcode == Opcodes.GETFIELD
        || opcode == Opcodes.GETSTATIC;
  }
}
