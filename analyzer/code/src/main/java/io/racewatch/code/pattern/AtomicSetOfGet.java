package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** {@code atomic.set(atomic.get() + 1)}: two atomic steps where one is meant. */
final class AtomicSetOfGet implements PatternRule {
  private static final Set<String> TYPES =
      Set.of("java/util/concurrent/atomic/AtomicInteger", "java/util/concurrent/atomic/AtomicLong");
  private static final Set<String> GETS = Set.of("get", "getPlain", "getAcquire", "getOpaque");

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
      MethodInsnNode call = method.call(i);
      boolean sets =
          call != null
              && TYPES.contains(call.owner)
              && (call.name.equals("set") || call.name.equals("lazySet"));
      if (sets && method.isReached(i) && !method.owner().callers().cover(method, i)) {
        int get = getFor(method, method.argument(i, 0), method.receiver(i));
        if (get >= 0) {
          report(method, i, get, to);
        }
      }
    }
  }

  /** The get of the same atomic that a value is computed from; -1 if there is none. */
  private static int getFor(MethodView method, Value value, Value atomic) {
    if (value.kind() == Value.Kind.COMPUTED && value.index() >= 0) {
      int opcode = method.opcode(value.index());
      boolean arithmetic = opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR;
      for (int depth = 0; arithmetic && depth < 2; depth++) {
        int get = getFor(method, method.flow().operand(value.index(), depth), atomic);
        if (get >= 0) {
          return get;
        }
      }
      return -1;
    }
    boolean isGet =
        value.kind() == Value.Kind.CALL
            && value.index() >= 0
            && method.call(value.index()) != null
            && GETS.contains(method.call(value.index()).name)
            && TYPES.contains(method.call(value.index()).owner);
    return isGet && atomic.isField() && method.receiver(value.index()).alike(atomic)
        ? value.index()
        : -1;
  }

  private void report(MethodView method, int set, int get, Sink to) {
    to.found(this, Certainty.LIKELY, LockNames.of(method.receiver(set), method))
        .at(method, set, Operation.CALL)
        .at(method, get, Operation.CALL)
        .say(
            "set to what was computed from get, without a lock in " + Sink.method(method),
            "Each call is atomic, the two together are not: of two threads that do this at once,"
                + " one update is lost. Use addAndGet, incrementAndGet or updateAndGet.");
  }
}
