package io.racewatch.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** A frame in which {@code super()} turns the uninitialised receiver into {@code this}. */
final class OriginFrame extends Frame<Origin> {
  OriginFrame(int locals, int stack) {
    super(locals, stack);
  }

  OriginFrame(Frame<? extends Origin> frame) {
    super(frame);
  }

  @Override
  public void execute(AbstractInsnNode insn, Interpreter<Origin> interpreter)
      throws AnalyzerException {
    Origin receiver = receiverOfConstructor(insn);
    super.execute(insn, interpreter);
    if (receiver != null && receiver.kind() == Origin.Kind.UNINITIALIZED_THIS) {
      initialize(receiver);
    }
  }

  private Origin receiverOfConstructor(AbstractInsnNode insn) {
    if (insn.getOpcode() != Opcodes.INVOKESPECIAL || !(insn instanceof MethodInsnNode call)) {
      return null;
    }
    if (!call.name.equals("<init>")) {
      return null;
    }
    int arguments = org.objectweb.asm.Type.getArgumentTypes(call.desc).length;
    return getStack(getStackSize() - 1 - arguments);
  }

  private void initialize(Origin receiver) {
    Origin made = Origin.of(Origin.Kind.THIS, receiver.descriptor());
    for (int i = 0; i < getLocals(); i++) {
      if (getLocal(i).equals(receiver)) {
        setLocal(i, made);
      }
    }
    for (int i = 0; i < getStackSize(); i++) {
      if (getStack(i).equals(receiver)) {
        setStack(i, made);
      }
    }
  }
}
