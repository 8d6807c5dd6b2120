package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** {@code thread.run()} where {@code start()} is meant. */
final class ThreadRunCalled implements PatternRule {
  private static final String THREAD = "java/lang/Thread";

  @Override
  public Rule rule() {
    return Rule.THREAD_RUN_CALLED;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      boolean runs =
          call != null
              && call.getOpcode() == Opcodes.INVOKEVIRTUAL
              && call.name.equals("run")
              && call.desc.equals("()V");
      if (runs && method.owner().isA(call.owner, THREAD) && method.isReached(i)) {
        Value thread = method.receiver(i);
        // A thread that wraps another one, or calls itself, knows what it does.
        boolean meant = thread.kind() == Value.Kind.THIS || method.name().equals("run");
        if (!meant) {
          boolean fresh = thread.kind() == Value.Kind.NEW;
          to.found(
                  this, fresh ? Certainty.LIKELY : Certainty.POSSIBLE, LockNames.of(thread, method))
              .at(method, i, Operation.CALL)
              .say(
                  "run, not started, in " + Sink.method(method),
                  "run() does the work in the calling thread. Call start(), or give whoever runs it"
                      + " a Runnable that is no thread.");
        }
      }
    }
  }
}
