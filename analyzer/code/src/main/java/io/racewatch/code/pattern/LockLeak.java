package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.LockOp;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Ways;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.BitSet;
import org.objectweb.asm.Opcodes;

/**
 * A lock that one way out of a method gives back and another does not. A method that gives it back
 * on no way, or on no way that ends well, hands it to its caller.
 */
final class LockLeak implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.LOCK_LEAK;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      if (method.call(i) == null || !method.owner().lockOps().mayBe(method.call(i))) {
        continue;
      }
      LockOp op = method.isReached(i) ? method.locks().op(i) : null;
      if (op != null && op.kind() == LockOp.Kind.TRY && isDropped(method, i)) {
        neverAsked(method, i, op, to);
      } else if (op != null && op.kind() != LockOp.Kind.RELEASE && op.lock().isPath()) {
        leak(method, new Held(op, i), to);
      } else if (op != null && op.lock().isPath()) {
        unlockOfNothing(method, i, op, to);
      }
    }
  }

  private void leak(MethodView method, Held held, Sink to) {
    if (!isGivenBack(method, held)) {
      return;
    }
    int kept = -1;
    boolean returned = false;
    BitSet after = Ways.after(method.flow(), held.at());
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      int opcode = method.opcode(i);
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        boolean keeps = method.locks().held(i).contains(held);
        kept = keeps && kept < 0 ? i : kept;
        returned |= !method.locks().maybeHeld(i).contains(held);
      }
    }
    String name = LockNames.of(held.lock(), method);
    if (kept >= 0 && returned) {
      // A boolean may well tell the caller whether it has the lock now.
      boolean tells = method.opcode(kept) != Opcodes.RETURN;
      to.found(this, tells ? Certainty.POSSIBLE : Certainty.LIKELY, name)
          .at(method, held.at(), Operation.CALL)
          .at(method, kept, Operation.CALL)
          .say(
              "kept on one way out of " + Sink.method(method),
              "One return leaves the lock held that others give back: whoever wants it next waits"
                  + " for ever. Take it just before try and release it in finally.");
    } else if (returned) {
      thrown(method, held, name, to);
    } else if (held.op().kind() == LockOp.Kind.ACQUIRE) {
      int end = SometimesReleased.end(method, held);
      if (end >= 0) {
        to.found(this, Certainty.LIKELY, name)
            .at(method, held.at(), Operation.CALL)
            .at(method, end, Operation.CALL)
            .say(
                "given back only on some ways through " + Sink.method(method),
                "Where the test in front of unlock says no, the lock is kept: whoever wants it next"
                    + " waits for ever. Release it on every way.");
      }
    }
  }

  private void thrown(MethodView method, Held held, String name, Sink to) {
    int likely = Throws.out(method, held, true);
    int thrown = likely >= 0 ? likely : Throws.out(method, held, false);
    if (thrown >= 0) {
      to.found(this, likely >= 0 ? Certainty.LIKELY : Certainty.POSSIBLE, name)
          .at(method, held.at(), Operation.CALL)
          .at(method, thrown, Operation.CALL)
          .say(
              "kept when " + Sink.method(method) + " throws",
              "What stands between lock and unlock can throw, and no finally gives the lock"
                  + " back: whoever wants it next waits for ever. Release it in finally.");
    }
  }

  /** Whether nobody looks at what a call returns. */
  private static boolean isDropped(MethodView method, int call) {
    int next = call + 1;
    while (next < method.size() && method.opcode(next) < 0) {
      next++;
    }
    int opcode = next < method.size() ? method.opcode(next) : -1;
    return opcode == Opcodes.POP || opcode == Opcodes.POP2;
  }

  private void neverAsked(MethodView method, int at, LockOp op, Sink to) {
    if (op.lock().isPath() && isGivenBack(method, new Held(op, at))) {
      to.found(this, Certainty.LIKELY, LockNames.of(op.lock(), method))
          .at(method, at, Operation.CALL)
          .say(
              "tried without asking whether it was got, in " + Sink.method(method),
              "Where another thread has the lock, the code goes on without it and unlock throws"
                  + " IllegalMonitorStateException. Test what tryLock returns.");
    }
  }

  private static boolean isGivenBack(MethodView method, Held held) {
    BitSet after = Ways.after(method.flow(), held.at());
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      LockOp op = method.locks().op(i);
      if (op != null && op.kind() == LockOp.Kind.RELEASE && op.lock().alike(held.lock())) {
        return true;
      }
    }
    return false;
  }

  /** What a tryLock may not have got is released all the same. */
  private void unlockOfNothing(MethodView method, int release, LockOp op, Sink to) {
    if (method.locks().held(release).stream().anyMatch(h -> h.lock().alike(op.lock()))) {
      return;
    }
    int tried = -1;
    for (int i = 0; i < method.size(); i++) {
      LockOp other = method.isReached(i) ? method.locks().op(i) : null;
      boolean takes =
          other != null
              && other.kind() != LockOp.Kind.RELEASE
              && other.lock().alike(op.lock())
              && Ways.after(method.flow(), i).get(release);
      if (takes && other.kind() == LockOp.Kind.ACQUIRE) {
        return;
      }
      tried = takes ? i : tried;
    }
    if (tried >= 0) {
      to.found(this, Certainty.LIKELY, LockNames.of(op.lock(), method))
          .at(method, tried, Operation.CALL)
          .at(method, release, Operation.CALL)
          .say(
              "released though tryLock may not have got it, in " + Sink.method(method),
              "On a way where tryLock said no, unlock throws IllegalMonitorStateException, which"
                  + " hides what went before. Unlock only where tryLock said yes.");
    }
  }
}
