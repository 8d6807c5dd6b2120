package io.racewatch.instrument.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The operands of a call, copied where hooks need them. The receiver on the stack stays the one
 * that the program pushed: messages of NullPointerExceptions say where it came from.
 */
final class Operands {
  private final Call call;
  private final Type[] types;
  private final Temp[] arguments;
  private final int first;
  private Temp receiver;

  /**
   * Takes what is needed off the stack.
   *
   * @param first number of the first argument that is needed
   */
  private Operands(Call call, int first) {
    this.call = call;
    this.types = call.arguments();
    this.arguments = new Temp[types.length];
    this.first = first;
  }

  /**
   * Copies operands. Stack before: … receiver arguments; after: … receiver and the arguments before
   * the first needed one.
   */
  static Operands spill(Code code, Call call, boolean needReceiver, int firstNeeded) {
    Operands operands = new Operands(call, needReceiver ? 0 : firstNeeded);
    for (int i = operands.types.length - 1; i >= operands.first; i--) {
      operands.arguments[i] = code.store(operands.types[i]);
    }
    // … receiver
    if (needReceiver) {
      code.insn(Opcodes.DUP);
      // … receiver receiver
      operands.receiver = code.store(call.receiver());
      // … receiver
    }
    return operands;
  }

  /** Slots that are off the stack. */
  int spilledSlots() {
    int slots = 0;
    for (int i = first; i < types.length; i++) {
      slots += types[i].getSize();
    }
    return slots;
  }

  /** Pushes the arguments back. Stack after: … receiver arguments. */
  void reload(Code code) {
    for (int i = first; i < types.length; i++) {
      code.load(arguments[i]);
    }
  }

  void pushReceiver(Code code) {
    code.load(receiver);
  }

  void pushArgument(Code code, int index) {
    code.load(arguments[index]);
  }

  Type argumentType(int index) {
    return types[index];
  }

  int count() {
    return types.length;
  }

  boolean isReference(int index) {
    return index < types.length && Names.isReference(types[index].getDescriptor());
  }

  boolean isInt(int index) {
    return index < types.length && types[index] == Type.INT_TYPE;
  }
}
