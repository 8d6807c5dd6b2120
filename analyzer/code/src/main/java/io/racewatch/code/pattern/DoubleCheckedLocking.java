package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.BitSet;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * A field tested outside of the lock under which it is tested again and set: broken if the field is
 * not volatile (JLS 17.4.5), and if it is set before what it refers to is filled.
 */
final class DoubleCheckedLocking implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.DOUBLE_CHECKED_LOCKING;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.isInitializer()) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      FieldInsnNode write = Fields.write(method, i);
      if (write != null && method.isReached(i)) {
        for (Held held : method.locks().held(i)) {
          if (held.at() >= 0) {
            check(method, i, write, held, to);
          }
        }
      }
    }
  }

  private void check(MethodView method, int write, FieldInsnNode field, Held lock, Sink to) {
    int outside = testBefore(method, write, lock);
    if (outside < 0 || !testedInside(method, write, lock)) {
      return;
    }
    if (Fields.isPlain(method, field)) {
      boolean harmless = Fields.isImmutable(method, field.desc);
      Certainty certainty = harmless ? Certainty.POSSIBLE : Certainty.LIKELY;
      to.found(this, certainty, Fields.name(method, field))
          .at(method, outside, Operation.READ)
          .at(method, write, Operation.WRITE)
          .say(
              "tested without the lock in " + Sink.method(method),
              "The first test holds no lock and the field is not volatile, so nothing orders what"
                  + " was done before the write with what comes after a test that sees it: the"
                  + " object may be seen half made. Make the field volatile.");
    } else if (Fields.isVolatile(method, field)) {
      int filled = Filling.after(method, write, lock);
      if (filled >= 0) {
        to.found(this, Certainty.LIKELY, Fields.name(method, field))
            .at(method, write, Operation.WRITE)
            .at(method, filled, Operation.CALL)
            .say(
                "set before it is filled in " + Sink.method(method),
                "The field is set first and its object changed afterwards. A test without the lock"
                    + " sees the field set and uses the object in between. Fill a local variable"
                    + " and set the field last.");
      }
    }
  }

  /** A read outside of the lock that decides whether to go for it; -1 if there is none. */
  private static int testBefore(MethodView method, int write, Held lock) {
    for (int jump = 0; jump < method.size(); jump++) {
      int read = readTestedAt(method, jump, write);
      if (read >= 0
          && !method.locks().maybeHeld(read).contains(lock)
          && !method.locks().anyHeld(read)
          && Ways.after(method.flow(), jump).get(lock.at())) {
        return read;
      }
    }
    return -1;
  }

  private static boolean testedInside(MethodView method, int write, Held lock) {
    for (int jump = 0; jump < method.size(); jump++) {
      int read = readTestedAt(method, jump, write);
      if (read >= 0 && method.locks().held(read).contains(lock)) {
        BitSet after = Ways.after(method.flow(), jump);
        if (after.get(write)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The read of the written variable that a jump tests; -1 if it tests something else. */
  private static int readTestedAt(MethodView method, int jump, int write) {
    Value value = method.opcode(jump) >= 0 ? Fields.tested(method, jump) : null;
    boolean is = value != null && Fields.isOf(value, method, write);
    return is ? value.readAt() : -1;
  }
}
