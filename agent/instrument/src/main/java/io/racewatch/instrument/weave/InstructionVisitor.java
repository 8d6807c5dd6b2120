package io.racewatch.instrument.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Numbers the instructions of a method from 0 in the order of the class file, as {@link
 * io.racewatch.bytecode.MethodFacts} does.
 */
abstract class InstructionVisitor extends MethodVisitor {
  private int number = -1;

  InstructionVisitor(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** Number of the instruction being visited. */
  final int number() {
    return number;
  }

  /** Called before each instruction; true: it was dealt with, and is not passed on. */
  boolean take(int instruction) {
    return false;
  }

  private boolean taken() {
    return take(++number);
  }

  @Override
  public void visitInsn(int opcode) {
    if (!taken()) {
      super.visitInsn(opcode);
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (!taken()) {
      super.visitIntInsn(opcode, operand);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    if (!taken()) {
      super.visitVarInsn(opcode, local);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (!taken()) {
      super.visitTypeInsn(opcode, type);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    if (!taken()) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (!taken()) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (!taken()) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (!taken()) {
      super.visitJumpInsn(opcode, label);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (!taken()) {
      super.visitLdcInsn(value);
    }
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    if (!taken()) {
      super.visitIincInsn(local, increment);
    }
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    if (!taken()) {
      super.visitTableSwitchInsn(min, max, other, labels);
    }
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    if (!taken()) {
      super.visitLookupSwitchInsn(other, keys, labels);
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    if (!taken()) {
      super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
  }
}
