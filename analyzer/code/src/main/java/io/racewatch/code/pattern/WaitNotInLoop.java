package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.Locale;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A wait that nothing repeats: it may end without a notification (JLS 17.2.1, and the javadoc of
 * {@code Condition}), or for somebody else's.
 */
final class WaitNotInLoop implements PatternRule {
  private static final String CONDITION = "java/util/concurrent/locks/Condition";

  @Override
  public Rule rule() {
    return Rule.WAIT_NOT_IN_LOOP;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      if (call != null && isWait(call, method) && method.isReached(i)) {
        if (!method.cycles().inLoop(i) && !passesOn(method)) {
          report(method, i, call, to);
        }
      }
    }
  }

  private static boolean isWait(MethodInsnNode call, MethodView method) {
    return Waits.isObjectWait(call)
        || call.name.startsWith("await") && method.owner().isA(call.owner, CONDITION);
  }

  /** Whether the class is itself a condition, or waits for a delegate. */
  private static boolean passesOn(MethodView method) {
    return method.owner().isA(CONDITION) || Waits.isObjectWaitName(method.name());
  }

  private void report(MethodView method, int at, MethodInsnNode call, Sink to) {
    boolean timed = !call.desc.startsWith("()");
    boolean conditional = hasBranchBefore(method, at);
    boolean helper = method.name().toLowerCase(Locale.ROOT).contains("wait");
    // Who returns something tells its caller why it woke, and leaves the loop to it.
    boolean tells = helper && !method.node().desc.endsWith(")V");
    Certainty certainty =
        !timed && !tells && (conditional || !helper) ? Certainty.LIKELY : Certainty.POSSIBLE;
    String what = LockNames.of(method.receiver(at), method);
    to.found(this, certainty, what)
        .at(method, at, Operation.CALL)
        .say(
            call.name + " outside of a loop in " + Sink.method(method),
            "A wait can end without a notification, or by one that was meant for another thread."
                + (conditional ? "" : " A notification that came before it is lost.")
                + " Test the condition in a loop around it: while (!ready) "
                + call.name
                + "();");
  }

  private static boolean hasBranchBefore(MethodView method, int at) {
    for (int i = 0; i < at; i++) {
      if (method.insn(i) instanceof JumpInsnNode jump && jump.getOpcode() != Opcodes.GOTO) {
        return true;
      }
    }
    return false;
  }
}
