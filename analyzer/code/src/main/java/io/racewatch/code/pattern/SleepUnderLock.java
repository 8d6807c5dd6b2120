package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.tree.MethodInsnNode;

/** A sleep that all who want a lock sleep through. */
final class SleepUnderLock implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.SLEEP_UNDER_LOCK;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      boolean sleeps =
          call != null
              && call.name.equals("sleep")
              && (call.owner.equals("java/lang/Thread")
                  || call.owner.equals("java/util/concurrent/TimeUnit"));
      if (sleeps && method.isReached(i) && method.locks().anyHeld(i)) {
        var held = method.locks().held(i);
        String lock = LockNames.of(held.get(held.size() - 1).lock(), method);
        to.found(this, Certainty.LIKELY, lock)
            .at(method, i, Operation.CALL)
            .say(
                "held through a sleep in " + Sink.method(method),
                "Every thread that wants the lock sleeps, too. Sleep without it, or wait on it for a"
                    + " time, which gives it back.");
      }
    }
  }
}
