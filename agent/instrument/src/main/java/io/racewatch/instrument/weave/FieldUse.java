package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import io.racewatch.runtime.Sites;
import org.objectweb.asm.Opcodes;

/**
 * A field instruction.
 *
 * @param beforeSuper a write in a constructor that may come before {@code super()}, where the
 *     receiver is not an object yet
 * @param viaFinal its receiver was just read from a final field
 */
record FieldUse(
    int opcode,
    String owner,
    String name,
    String descriptor,
    boolean beforeSuper,
    boolean viaFinal) {
  boolean isStatic() {
    return opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
  }

  boolean isRead() {
    return opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
  }

  int site(Code code) {
    int flags = viaFinal ? Sites.VIA_FINAL : 0;
    return code.sites.add(isStatic() ? Sites.STATIC : Sites.FIELD, owner, name, flags);
  }

  void write(Code code) {
    code.out.visitFieldInsn(opcode, owner, name, descriptor);
  }

  /** Whether the instruction writes a field of a receiver that is not initialised. */
  boolean onUninitialized(MethodFacts facts, int instruction) {
    if (!beforeSuper) {
      return false;
    }
    // Without facts the receiver may be the uninitialised one, and then a hook cannot take it.
    Origin receiver = facts.operand(instruction, 1);
    return facts == MethodFacts.none() || receiver.kind() == Origin.Kind.UNINITIALIZED_THIS;
  }

  /** GETFIELD. Stack before: … object; after: … value object. */
  void readKeepingObject(Code code) {
    code.insn(Opcodes.DUP);
    // … object object
    write(code);
    // … object value
    if (Names.isWide(descriptor)) {
      code.insn(Opcodes.DUP2_X1);
      // … value object value
      code.insn(Opcodes.POP2);
    } else {
      code.insn(Opcodes.SWAP);
    }
    // … value object
  }

  /** PUTFIELD. Stack before: … object value; after: … object. */
  void writeKeepingObject(Code code) {
    if (Names.isWide(descriptor)) {
      copyObjectBelowWide(code);
      // … object value object
      code.insn(Opcodes.DUP_X2);
      // … object object value object
      code.insn(Opcodes.POP);
      // … object object value
      write(code);
      // … object
    } else {
      code.insn(Opcodes.DUP2);
      // … object value object value
      write(code);
      // … object value
      code.insn(Opcodes.POP);
      // … object
    }
  }

  /** PUTFIELD. Stack before: … object value; after: … object value object. */
  void copyObject(Code code) {
    if (Names.isWide(descriptor)) {
      copyObjectBelowWide(code);
    } else {
      code.insn(Opcodes.DUP2);
      // … object value object value
      code.insn(Opcodes.POP);
      // … object value object
    }
  }

  private static void copyObjectBelowWide(Code code) {
    code.insn(Opcodes.DUP2_X1);
    // … value object value
    code.insn(Opcodes.POP2);
    // … value object
    code.insn(Opcodes.DUP_X2);
    // … object value object
  }
}
