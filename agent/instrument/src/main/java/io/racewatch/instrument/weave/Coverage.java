package io.racewatch.instrument.weave;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds checks that another check of the same variable makes needless, in straight-line code with
 * no call or synchronisation: one that comes after a check of a write, or after that of a read if
 * it is a read itself, has the same epoch (FastTrack); and a read before a write that is sure to
 * come, {@code x++}, races with whatever the write races with, and more (RedCard, Flanagan and
 * Freund, ECOOP 2013). A value is told by the {@link SymbolicStack}.
 */
final class Coverage extends InstructionVisitor {
  private final SymbolicStack stack;
  private final Map<Variable, Boolean> checked = new HashMap<>();

  /** Reads whose check may be left to a write to come. */
  private final Map<Variable, Integer> reads = new HashMap<>();

  private final BitSet needless = new BitSet();

  /** The field instruction that was just passed; its probe decides what it means. */
  private Variable last;

  private boolean lastWrites;

  /** An element of an array, a field of an object, or a static field; null where there is none. */
  private record Variable(Object object, Object index, String name) {}

  Coverage(boolean isStatic) {
    super(null);
    stack = new SymbolicStack(!isStatic);
  }

  /** Instructions whose checks need not be made, if they are plain ones. */
  BitSet needless() {
    return needless;
  }

  /** Tells what is woven around the field instruction that was just visited; null: nothing. */
  void woven(Probe probe) {
    if (probe != null && probe.isCheck() && last != null) {
      access(last, lastWrites);
    } else if (probe != null) {
      leave();
    }
    last = null;
  }

  /** What comes is not known to follow, or something that orders threads may come between. */
  private void leave() {
    stack.clear();
    checked.clear();
    reads.clear();
    last = null;
  }

  private void access(Variable variable, boolean writes) {
    Boolean before = checked.get(variable);
    if (before != null && (before || !writes)) {
      needless.set(number());
      return;
    }
    checked.put(variable, writes);
    Integer read = reads.remove(variable);
    if (!writes) {
      reads.put(variable, number());
    } else if (read != null) {
      needless.set(read);
    }
  }

  /** The instruction may end in an exception: what follows is not sure to come. */
  private void mayThrow() {
    reads.clear();
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    if (ArrayProbe.matches(opcode)) {
      element(opcode);
      return;
    }
    if (SymbolicStack.mayThrow(opcode)) {
      mayThrow();
    }
    if (!stack.step(opcode)) {
      leave();
    }
  }

  private void element(int opcode) {
    boolean writes = opcode >= Opcodes.IASTORE;
    if (writes) {
      stack.pop();
    }
    Object index = stack.pop();
    Object array = stack.pop();
    Variable variable = new Variable(array, index, "[]");
    if (!checked.containsKey(variable) || opcode == Opcodes.AASTORE) {
      mayThrow();
    }
    access(variable, writes);
    if (!writes) {
      stack.push(opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    lastWrites = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    if (lastWrites) {
      stack.pop();
    }
    Object object = null;
    if (opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD) {
      object = stack.pop();
      if (stack.isNewlyUsed(object)) {
        mayThrow();
      }
    }
    last = new Variable(object, null, owner + "." + name + descriptor);
    if (!lastWrites) {
      stack.push(Names.isWide(descriptor));
    }
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    super.visitVarInsn(opcode, local);
    if (!stack.local(opcode, local)) {
      leave();
    }
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    super.visitIincInsn(local, increment);
    stack.changed(local);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    if (opcode == Opcodes.NEWARRAY) {
      mayThrow();
      stack.pop();
    }
    stack.push(false);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    if (value instanceof Type || value instanceof Handle || !isSimple(value)) {
      leave();
    } else {
      stack.push(value instanceof Long || value instanceof Double);
    }
  }

  private static boolean isSimple(Object value) {
    return Objects.equals(value.getClass().getPackageName(), "java.lang");
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    leave();
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    leave();
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle factory, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, factory, arguments);
    leave();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    leave();
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    leave();
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    super.visitTableSwitchInsn(min, max, other, labels);
    leave();
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(other, keys, labels);
    leave();
  }

  /** Something may jump here. */
  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    leave();
  }
}
