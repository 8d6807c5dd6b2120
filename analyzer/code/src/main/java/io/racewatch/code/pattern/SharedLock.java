package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** A synchronized block on an object that unrelated code locks as well, or only some of a class. */
final class SharedLock implements PatternRule {
  private static final Set<String> BOXES =
      Set.of(
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double");

  private static final String SHOULD = " Synchronize on a private final field made for it.";

  @Override
  public Rule rule() {
    return Rule.UNSTABLE_LOCK;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      if (method.opcode(i) == Opcodes.MONITORENTER && method.isReached(i)) {
        Value lock = method.flow().operand(i, 0);
        shared(method, i, lock, to);
      }
    }
  }

  /** Objects that others lock, too. */
  private void shared(MethodView method, int at, Value lock, Sink to) {
    String type = lock.className();
    if (BOXES.contains(type)) {
      say(
          method,
          at,
          Certainty.LIKELY,
          type,
          "a boxed value",
          to,
          "Equal boxed values are often one object, which unrelated code locks as well, and a new"
              + " value is another object.");
    } else if (type.equals("java/lang/String") && isInterned(method, lock)) {
      say(
          method,
          at,
          Certainty.LIKELY,
          type,
          "an interned string",
          to,
          "Equal string constants are one object in the whole JVM, which unrelated code may lock"
              + " as well.");
    } else if (isCallOf(method, lock, "getClass") && !method.owner().is(Opcodes.ACC_FINAL)) {
      boolean extended = method.owner().isExtended();
      say(
          method,
          at,
          extended ? Certainty.LIKELY : Certainty.POSSIBLE,
          "java/lang/Class",
          "getClass()",
          to,
          "In an object of a subclass this locks another class, so the two do not exclude each"
              + " other. Name the class: "
              + simple(method)
              + ".class.");
    }
  }

  private static boolean isInterned(MethodView method, Value lock) {
    return lock.kind() == Value.Kind.CONSTANT
        || isCallOf(method, lock, "intern")
        || lock.kind() == Value.Kind.STATIC
            && method.owner().tree().fields.stream()
                .anyMatch(
                    f ->
                        f.name.equals(lock.name())
                            && f.value instanceof String
                            && method.owner().name().equals(lock.owner()));
  }

  private static boolean isCallOf(MethodView method, Value value, String name) {
    return value.kind() == Value.Kind.CALL
        && method.insn(value.index()) instanceof MethodInsnNode call
        && call.name.equals(name)
        && call.desc.startsWith("()");
  }

  private void say(
      MethodView method,
      int at,
      Certainty certainty,
      String type,
      String what,
      Sink to,
      String why) {
    Value lock = method.flow().operand(at, 0);
    String member = lock.isField() ? LockNames.of(lock, method) : type.replace('/', '.');
    to.found(this, certainty, member)
        .at(method, at, Operation.READ)
        .say("synchronized on " + what + " in " + Sink.method(method), why + SHOULD);
  }

  private static String simple(MethodView method) {
    String name = method.owner().binaryName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
