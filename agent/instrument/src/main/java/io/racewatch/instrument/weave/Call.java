package io.racewatch.instrument.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method call.
 *
 * @param owner internal name of the class in the instruction
 */
record Call(int opcode, String owner, String name, String descriptor, boolean isInterface) {
  boolean isStatic() {
    return opcode == Opcodes.INVOKESTATIC;
  }

  /** Whether it gives up after a time that an argument says. */
  boolean isTimed() {
    return descriptor.contains("Ljava/util/concurrent/TimeUnit;")
        || descriptor.contains("Ljava/time/Duration;")
        || name.equals("awaitUntil")
        || descriptor.startsWith("(J")
            && (name.equals("wait") || name.equals("join") || name.equals("awaitNanos"));
  }

  /** Whether, on a queue, it takes elements out. */
  boolean takes() {
    switch (name) {
      case "take", "takeFirst", "takeLast", "drainTo", "clear":
        return true;
      default:
        return name.startsWith("poll") || name.startsWith("remove");
    }
  }

  Type[] arguments() {
    return Type.getArgumentTypes(descriptor);
  }

  Type result() {
    return Type.getReturnType(descriptor);
  }

  /** Slots of receiver and arguments on the operand stack. */
  int slots() {
    int all = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    return isStatic() ? all - 1 : all;
  }

  /** The receiver's type as the verifier sees it at the call. */
  Type receiver() {
    return Type.getObjectType(owner);
  }

  void write(Code code) {
    code.out.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }
}
