package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.Opcodes;

/** A synchronized block with nothing in it. */
final class EmptySynchronized implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.EMPTY_SYNCHRONIZED;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      if (method.opcode(i) == Opcodes.MONITORENTER && isEmpty(method, i) && method.isReached(i)) {
        to.found(this, Certainty.POSSIBLE, LockNames.of(method.flow().operand(i, 0), method))
            .at(method, i, Operation.READ)
            .say(
                "synchronized on for nothing in " + Sink.method(method),
                "The block is empty. It waits until nobody holds the lock and sees what was done"
                    + " under it, but by the next instruction that is past. Put what needs the"
                    + " lock inside, or remove it.");
      }
    }
  }

  private static boolean isEmpty(MethodView method, int enter) {
    for (int i = enter + 1; i < method.size(); i++) {
      int opcode = method.opcode(i);
      if (opcode == Opcodes.MONITOREXIT) {
        return true;
      }
      if (opcode >= 0 && opcode != Opcodes.ALOAD && opcode != Opcodes.NOP) {
        return false;
      }
    }
    return false;
  }
}
