package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** A putIfAbsent whose answer nobody looks at, though the object given is used on. */
final class IgnoredPutIfAbsent implements PatternRule {
  private static final String MAP = "java/util/concurrent/ConcurrentMap";

  @Override
  public Rule rule() {
    return Rule.NON_ATOMIC_UPDATE;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      boolean ignored =
          call != null
              && call.name.equals("putIfAbsent")
              && call.getOpcode() != Opcodes.INVOKESTATIC
              && Type.getArgumentTypes(call.desc).length == 2
              && i + 1 < method.size()
              && method.opcode(i + 1) == Opcodes.POP;
      if (ignored
          && method.isReached(i)
          && method.owner().isA(call.owner, MAP)
          && !method.owner().callers().cover(method, i)) {
        Value given = method.argument(i, 1);
        int change = useOf(method, given, i, true);
        int use = change >= 0 ? change : useOf(method, given, i, false);
        if (use >= 0) {
          report(method, i, use, change >= 0 ? Certainty.LIKELY : Certainty.POSSIBLE, to);
        }
      }
    }
  }

  /** Where a new object is used after it was offered to the map; -1 if nowhere. */
  private static int useOf(MethodView method, Value given, int put, boolean changed) {
    if (given.kind() != Value.Kind.NEW || Fields.isImmutable(method, given.type())) {
      return -1;
    }
    BitSet after = Ways.after(method.flow(), put, at -> at == given.index());
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      MethodInsnNode call = method.call(i);
      boolean called =
          call != null
              && call.getOpcode() != Opcodes.INVOKESTATIC
              && !call.name.equals("<init>")
              && (!changed || Filling.isChange(call.name))
              && method.receiver(i).alike(given);
      boolean returned =
          !changed
              && method.opcode(i) == Opcodes.ARETURN
              && method.flow().operand(i, 0).alike(given);
      if (called || returned) {
        return i;
      }
    }
    return -1;
  }

  private void report(MethodView method, int put, int use, Certainty certainty, Sink to) {
    to.found(this, certainty, LockNames.of(method.receiver(put), method))
        .at(method, put, Operation.CALL)
        .at(method, use, Operation.CALL)
        .say(
            "the answer of putIfAbsent is not looked at in " + Sink.method(method),
            "If another thread was first, the map keeps that thread's object, and this one goes on"
                + " with an object that is not in the map. Use what putIfAbsent returns if it is"
                + " not null, or computeIfAbsent.");
  }
}
