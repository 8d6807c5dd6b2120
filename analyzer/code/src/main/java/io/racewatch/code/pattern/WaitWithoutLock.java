package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** A wait or notification whose object's monitor is not held, though another one is. */
final class WaitWithoutLock implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.WAIT_WITHOUT_LOCK;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      boolean is = call != null && (Waits.isObjectWait(call) || Waits.isNotify(call));
      if (is && method.isReached(i)) {
        check(method, i, call, to);
      }
    }
  }

  private void check(MethodView method, int at, MethodInsnNode call, Sink to) {
    Value object = method.receiver(at);
    List<Held> held = method.locks().maybeHeld(at);
    boolean comparable = isKnown(object) && held.stream().allMatch(h -> isKnown(h.lock()));
    if (!comparable || held.stream().anyMatch(h -> h.lock().alike(object))) {
      return;
    }
    // A helper may be called with the monitor held; another one held here speaks against it.
    boolean hidden = !method.is(Opcodes.ACC_PUBLIC) || !object.isField();
    if (held.isEmpty() && hidden) {
      return;
    }
    to.found(
            this,
            held.isEmpty() ? Certainty.POSSIBLE : Certainty.LIKELY,
            LockNames.of(object, method))
        .at(method, at, Operation.CALL)
        .say(
            call.name + " without its monitor in " + Sink.method(method),
            "The thread does not hold the monitor of the object here, so the call throws"
                + " IllegalMonitorStateException. Synchronize on the object itself.");
  }

  /** Two calls may well give the same object. */
  private static boolean isKnown(Value value) {
    return value.isPath() && value.kind() != Value.Kind.CALL;
  }
}
