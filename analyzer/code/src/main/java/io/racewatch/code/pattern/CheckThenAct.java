package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A look at a synchronized collection or an atomic reference that decides about a change of it,
 * with no lock around the two: each call is safe, the two together are not.
 */
final class CheckThenAct implements PatternRule {
  private static final Set<String> SYNCHRONIZED =
      Set.of("java/util/Vector", "java/util/Stack", "java/util/Hashtable");

  private static final Set<String> REFERENCES =
      Set.of("java/util/concurrent/atomic/AtomicReference");

  /** Looks, and the changes that rest on what they said. */
  private static final Map<String, Set<String>> STEPS =
      Map.of(
          "contains", Set.of("add", "addElement"),
          "containsKey", Set.of("put"),
          "get", Set.of("put", "set"),
          "isEmpty",
              Set.of("get", "remove", "firstElement", "lastElement", "elementAt", "pop", "peek"));

  @Override
  public Rule rule() {
    return Rule.NON_ATOMIC_UPDATE;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.isInitializer()) {
      return;
    }
    for (int look = 0; look < method.size(); look++) {
      MethodInsnNode call = method.call(look);
      Set<String> acts = call == null ? null : STEPS.get(call.name);
      if (acts != null && isShared(method, look) && !method.owner().callers().cover(method, look)) {
        check(method, look, acts, to);
      }
    }
  }

  private void check(MethodView method, int look, Set<String> acts, Sink to) {
    for (int act = look + 1; act < method.size(); act++) {
      MethodInsnNode call = method.call(act);
      boolean acting =
          call != null
              && acts.contains(call.name)
              && isShared(method, act)
              && method.receiver(act).alike(method.receiver(look))
              && aboutTheSame(method, look, act);
      if (acting && Decisions.of(method, look, act)) {
        // Old code has a Vector or Hashtable where one thread alone comes.
        boolean old = SYNCHRONIZED.contains(method.receiver(act).className());
        Certainty certainty = old ? Certainty.POSSIBLE : Certainty.LIKELY;
        to.found(this, certainty, LockNames.of(method.receiver(act), method))
            .at(method, act, Operation.CALL)
            .at(method, look, Operation.CALL)
            .say(
                method.call(look).name
                    + " and then "
                    + call.name
                    + " without a lock in "
                    + Sink.method(method),
                "Each call is safe, the two together are not: another thread may come between them"
                    + " and make what the first one said untrue. Hold one lock around both, or use"
                    + " one call that does both.");
        return;
      }
    }
  }

  /** Whether both steps speak of one element, as far as they name one. */
  private static boolean aboutTheSame(MethodView method, int look, int act) {
    String name = method.call(look).name;
    boolean names = name.startsWith("contains") || method.call(act).name.equals("put");
    if (!names) {
      return true;
    }
    Value one = method.argument(look, 0);
    Value other = method.argument(act, 0);
    return one.alike(other) || one.equals(other) && one.kind() == Value.Kind.CONSTANT;
  }

  /** A field that holds such an object, which other threads can have, too. */
  private static boolean isShared(MethodView method, int call) {
    if (!method.isReached(call) || method.call(call).getOpcode() == Opcodes.INVOKESTATIC) {
      return false;
    }
    Value object = method.receiver(call);
    boolean known = object.isField() && object.isPath();
    String type = object.className();
    boolean reference = REFERENCES.contains(type) && !method.call(call).name.equals("isEmpty");
    return known
        && (SYNCHRONIZED.contains(type) || reference || SynchronizedViews.is(method, object));
  }
}
