package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.LockOp;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;
import java.util.BitSet;
import org.objectweb.asm.Opcodes;

/**
 * A lock that a test of a field or an argument, which has nothing to do with the lock, decides to
 * give back. Tests of locals and calls may well ask whether the lock is held.
 */
final class SometimesReleased {
  private SometimesReleased() {}

  /** A return that the lock reaches past its release; -1 if there is none. */
  static int end(MethodView method, Held held) {
    if (takenBack(method, held)) {
      return -1;
    }
    BitSet keeping = keeping(method, held, held.at());
    for (int jump = keeping.nextSetBit(0); jump >= 0; jump = keeping.nextSetBit(jump + 1)) {
      if (testsOther(method, jump)) {
        int end = -1;
        boolean released = false;
        for (int next : method.flow().next(jump)) {
          BitSet on = keeping(method, held, next);
          on.set(next);
          int ends = release(method, held, next) ? -1 : end(method, on);
          released |= ends < 0;
          end = ends >= 0 ? ends : end;
        }
        if (released && end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }

  /** Whether it is the caller's lock, which the method gives back for a while and takes again. */
  private static boolean takenBack(MethodView method, Held held) {
    BitSet before = Ways.after(method.flow(), 0, at -> at == held.at());
    for (int i = before.nextSetBit(0); i >= 0; i = before.nextSetBit(i + 1)) {
      if (i != held.at() && release(method, held, i)) {
        return true;
      }
    }
    return false;
  }

  private static BitSet keeping(MethodView method, Held held, int from) {
    BitSet after = Ways.after(method.flow(), from, at -> release(method, held, at));
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      if (release(method, held, i)) {
        after.clear(i);
      }
    }
    return after;
  }

  private static boolean release(MethodView method, Held held, int at) {
    LockOp op = method.locks().op(at);
    return op != null && op.kind() == LockOp.Kind.RELEASE && op.lock().alike(held.lock());
  }

  private static boolean testsOther(MethodView method, int jump) {
    int opcode = method.opcode(jump);
    if (opcode < Opcodes.IFEQ || opcode > Opcodes.IFLE) {
      return false;
    }
    Value tested = method.flow().operand(jump, 0);
    return tested.isField() || tested.kind() == Value.Kind.PARAMETER;
  }

  private static int end(MethodView method, BitSet on) {
    for (int i = on.nextSetBit(0); i >= 0; i = on.nextSetBit(i + 1)) {
      int opcode = method.opcode(i);
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        return i;
      }
    }
    return -1;
  }
}
