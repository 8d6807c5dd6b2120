package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * An iteration over a synchronized view without a lock: only single calls are synchronized, and its
 * documentation asks for the view's monitor around the whole iteration.
 */
final class UnlockedIteration implements PatternRule {
  private static final Set<String> STARTS =
      Set.of("iterator", "listIterator", "stream", "parallelStream", "spliterator");

  @Override
  public Rule rule() {
    return Rule.UNSAFE_SHARED_API;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.isInitializer()) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      boolean starts =
          call != null && STARTS.contains(call.name) && call.getOpcode() != Opcodes.INVOKESTATIC;
      if (starts && method.isReached(i) && !method.owner().callers().cover(method, i)) {
        Value view = method.receiver(i);
        if (view.isField() && view.isPath() && SynchronizedViews.is(method, view)) {
          to.found(this, Certainty.LIKELY, LockNames.of(view, method))
              .at(method, i, Operation.CALL)
              .say(
                  "iterated without its lock in " + Sink.method(method),
                  "Each call of a synchronized view is safe by itself, the steps of an iteration"
                      + " are not: it fails with ConcurrentModificationException, or worse, when"
                      + " another thread changes the collection meanwhile. Hold the view's monitor"
                      + " around the iteration, or copy it with toArray first.");
        }
      }
    }
  }
}
