package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.tree.MethodInsnNode;

/** A wait, which gives its own lock back, with another one held, which it keeps. */
final class TwoLockWait implements PatternRule {
  private static final String CONDITION = "java/util/concurrent/locks/Condition";

  @Override
  public Rule rule() {
    return Rule.BLOCKED_UNDER_LOCK;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      if (call == null || !call.desc.startsWith("()")) {
        continue;
      }
      boolean monitor = Waits.isObjectWait(call);
      boolean condition =
          call.name.startsWith("await") && method.owner().isA(call.owner, CONDITION);
      if ((monitor || condition) && method.isReached(i)) {
        Held kept = kept(method, i, monitor);
        if (kept != null) {
          report(method, i, call, kept, to);
        }
      }
    }
  }

  /** A lock that stays held during the wait. */
  private static Held kept(MethodView method, int at, boolean monitor) {
    Value waited = method.receiver(at);
    for (Held held : method.locks().held(at)) {
      boolean given = monitor ? held.lock().alike(waited) : !held.op().monitor();
      boolean known = isKnown(held.lock()) && (!monitor || isKnown(waited));
      if (!given && known) {
        return held;
      }
    }
    return null;
  }

  private void report(MethodView method, int at, MethodInsnNode call, Held kept, Sink to) {
    String lock = LockNames.of(kept.lock(), method);
    to.found(this, Certainty.LIKELY, lock)
        .at(method, at, Operation.CALL)
        .say(
            "held while " + Sink.method(method) + " waits for something else",
            call.name
                + " gives back only the lock that it belongs to. A thread that needs "
                + lock
                + " before it can notify waits for ever, and so does this one. Let go of the other"
                + " lock first.");
  }

  /** Two calls may well give the same object. */
  private static boolean isKnown(Value value) {
    return value.isPath() && value.kind() != Value.Kind.CALL;
  }
}
