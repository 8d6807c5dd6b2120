package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** Changes to an object after a field was set to it. */
final class Filling {
  private static final List<String> CHANGES =
      List.of("set", "add", "put", "init", "load", "register", "append", "fill", "configure");

  private Filling() {}

  /**
   * The first change after a write, in the order of the class file; -1 if there is none.
   *
   * @param lock only where it is held; null for anywhere
   */
  static int after(MethodView method, int write, Held lock) {
    Value made = method.flow().operand(write, 0);
    BitSet after = Ways.after(method.flow(), write, at -> isOtherWrite(method, write, at));
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      Value changed = changedAt(method, i);
      boolean here = lock == null || method.locks().held(i).contains(lock);
      boolean same =
          changed != null
              && (Fields.isOf(changed, method, write)
                  || made.kind() == Value.Kind.NEW && changed.alike(made));
      if (here && same && i > write) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a method of that name most likely changes its object. */
  static boolean isChange(String method) {
    return CHANGES.stream().anyMatch(method::startsWith);
  }

  /** From there on the field holds something else. */
  private static boolean isOtherWrite(MethodView method, int write, int at) {
    return at != write
        && method.opcode(at) == method.opcode(write)
        && Fields.write(method, at).name.equals(Fields.write(method, write).name);
  }

  private static Value changedAt(MethodView method, int at) {
    if (method.opcode(at) == Opcodes.PUTFIELD) {
      return method.flow().operand(at, 1);
    }
    MethodInsnNode call = method.call(at);
    boolean changes =
        call != null
            && call.getOpcode() != Opcodes.INVOKESTATIC
            && !call.name.equals("<init>")
            && isChange(call.name);
    if (changes) {
      return method.receiver(at);
    }
    int opcode = method.opcode(at);
    boolean element = opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    return element ? method.flow().operand(at, 2) : null;
  }

  /** Whether the object that a write publishes is one that can be seen half made. */
  static boolean isMutable(MethodView method, int write) {
    Value made = method.flow().operand(write, 0);
    // An array is whole as soon as it is there; what is put in later is another matter.
    return made.kind() == Value.Kind.NEW
        && made.type() != null
        && !made.type().startsWith("[")
        && !Fields.isImmutable(method, made.type());
  }
}
