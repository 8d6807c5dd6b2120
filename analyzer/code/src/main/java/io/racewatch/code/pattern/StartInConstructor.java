package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.BitSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A constructor that starts a thread, or hands a task over, that knows the object. */
final class StartInConstructor implements PatternRule {
  private static final String THREAD = "java/lang/Thread";
  private static final Set<String> HANDS_OVER =
      Set.of("execute", "submit", "schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay");

  @Override
  public Rule rule() {
    return Rule.START_IN_CONSTRUCTOR;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (!method.isConstructor()) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      if (call != null && mayStart(call) && method.isReached(i) && starts(method, i, call)) {
        report(method, i, to);
      }
    }
  }

  private static boolean mayStart(MethodInsnNode call) {
    return call.name.equals("start") && call.desc.equals("()V") || HANDS_OVER.contains(call.name);
  }

  private static boolean starts(MethodView method, int at, MethodInsnNode call) {
    if (call.name.equals("start")) {
      return method.owner().isA(call.owner, THREAD) && knowsThis(method, method.receiver(at), at);
    }
    boolean executor =
        method.owner().isA(call.owner, "java/util/concurrent/Executor")
            || method.owner().isA(call.owner, "java/util/Timer");
    return executor
        && Type.getArgumentTypes(call.desc).length > 0
        && knowsThis(method, method.argument(at, 0), at);
  }

  /** Whether this object can be reached from a value that was made here. */
  private static boolean knowsThis(MethodView method, Value value, int before) {
    if (value.kind() == Value.Kind.THIS) {
      return true;
    }
    if (value.kind() == Value.Kind.FIELD && value.base().kind() == Value.Kind.THIS) {
      return writtenFrom(method, value, before);
    }
    if (value.index() < 0) {
      return false;
    }
    if (value.kind() == Value.Kind.CALL) {
      AbstractInsnNode insn = method.insn(value.index());
      return insn instanceof InvokeDynamicInsnNode indy
          ? anyThis(method, value.index(), indy.desc, value.index())
          : insn instanceof MethodInsnNode call
              && anyThis(method, value.index(), call.desc, value.index());
    }
    return value.kind() == Value.Kind.NEW && constructedWith(method, value, before);
  }

  private static boolean constructedWith(MethodView method, Value made, int before) {
    for (int i = made.index(); i < before; i++) {
      MethodInsnNode call = method.call(i);
      if (call != null
          && call.name.equals("<init>")
          && method.isReached(i)
          && method.receiver(i).alike(made)
          && anyThis(method, i, call.desc, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyThis(MethodView method, int at, String descriptor, int before) {
    int count = Type.getArgumentTypes(descriptor).length;
    for (int i = 0; i < count; i++) {
      Value argument = method.flow().operand(at, i);
      if (argument.index() != at && knowsThis(method, argument, Math.min(at, before))) {
        return true;
      }
    }
    return false;
  }

  /** A field of this that the constructor filled before. */
  private static boolean writtenFrom(MethodView method, Value field, int before) {
    for (int i = 0; i < before; i++) {
      FieldInsnNode write = Fields.write(method, i);
      if (write != null
          && write.name.equals(field.name())
          && method.isReached(i)
          && Fields.isOf(field, method, i)) {
        return knowsThis(method, method.flow().operand(i, 0), i);
      }
    }
    return false;
  }

  private void report(MethodView method, int start, Sink to) {
    int later = writeAfter(method, start);
    boolean subclass = method.owner().isExtended() && !method.owner().is(Opcodes.ACC_FINAL);
    Sink.Found found =
        to.found(
                this,
                later >= 0 || subclass ? Certainty.LIKELY : Certainty.POSSIBLE,
                method.owner().binaryName())
            .at(method, start, Operation.CALL);
    if (later >= 0) {
      found.at(method, later, Operation.WRITE);
    }
    String what =
        later >= 0
            ? "What the constructor sets after it, and what subclasses set,"
            : subclass
                ? "What the constructors of its subclasses set"
                : "Nothing is set after it here, but what the constructor of a subclass sets";
    found.say(
        "a thread is started by its constructor",
        what
            + " is not ordered before what the thread reads, final fields not excepted. Start it in"
            + " a method that is called when the object is whole.");
  }

  private static int writeAfter(MethodView method, int start) {
    BitSet after = Ways.after(method.flow(), start);
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      if (method.opcode(i) == Opcodes.PUTFIELD
          && method.flow().operand(i, 1).kind() == Value.Kind.THIS
          && method.flow().operand(i, 0).index() != start
          && !Fields.isVolatile(method, (FieldInsnNode) method.insn(i))) {
        return i;
      }
    }
    return -1;
  }
}
