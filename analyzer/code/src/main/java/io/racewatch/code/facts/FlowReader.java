package io.racewatch.code.facts;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Reads the edges of a method. */
final class FlowReader {
  private FlowReader() {}

  static Flow read(MethodNode method) {
    InsnList code = method.instructions;
    BitSet ends = new BitSet();
    BitSet quiet = new BitSet();
    boolean compares = false;
    IntStream.Builder jumps = IntStream.builder();
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      int index = code.indexOf(at);
      int opcode = at.getOpcode();
      compares |=
          opcode >= Opcodes.IF_ICMPLT && opcode <= Opcodes.IF_ICMPLE || opcode == Opcodes.LCMP;
      quiet.set(index, isQuiet(opcode));
      if (ends(opcode)) {
        ends.set(index);
      }
      if (at instanceof JumpInsnNode jump && !skipsClose(jump)) {
        jumps.add(index).add(code.indexOf(jump.label));
      } else if (at instanceof TableSwitchInsnNode table) {
        cases(jumps, code, index, table.labels, table.dflt);
      } else if (at instanceof LookupSwitchInsnNode lookup) {
        cases(jumps, code, index, lookup.labels, lookup.dflt);
      }
    }
    IntStream.Builder ranges = IntStream.builder();
    for (TryCatchBlockNode each : method.tryCatchBlocks) {
      ranges
          .add(code.indexOf(each.start))
          .add(code.indexOf(each.end))
          .add(code.indexOf(each.handler))
          .add(each.type == null || each.type.equals("java/lang/Throwable") ? 1 : 0);
    }
    return new Flow(
        code.size(), ends, quiet, jumps.build().toArray(), ranges.build().toArray(), compares);
  }

  /** Whether it can throw nothing: labels, constants, copies of locals, branches. */
  private static boolean isQuiet(int opcode) {
    return opcode < 0
        || opcode <= Opcodes.SIPUSH
        || opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD
        || opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE
        || opcode >= Opcodes.POP && opcode <= Opcodes.SWAP
        || opcode >= Opcodes.IFEQ && opcode <= Opcodes.GOTO
        || opcode == Opcodes.IFNULL
        || opcode == Opcodes.IFNONNULL;
  }

  /**
   * Whether it is the test for null before the {@code close()} at the end of a try-with-resources:
   * where there is nothing to close, nothing was done with it.
   */
  private static boolean skipsClose(JumpInsnNode jump) {
    AbstractInsnNode load = next(jump);
    AbstractInsnNode call = load == null ? null : next(load);
    AbstractInsnNode before = jump.getPrevious();
    return jump.getOpcode() == Opcodes.IFNULL
        && before instanceof VarInsnNode tested
        && load instanceof VarInsnNode closed
        && tested.getOpcode() == Opcodes.ALOAD
        && closed.getOpcode() == Opcodes.ALOAD
        && tested.var == closed.var
        && call instanceof MethodInsnNode close
        && close.name.equals("close")
        && close.desc.equals("()V");
  }

  /** The next instruction; labels and line numbers are none. */
  private static AbstractInsnNode next(AbstractInsnNode from) {
    AbstractInsnNode at = from.getNext();
    while (at != null && at.getOpcode() < 0) {
      at = at.getNext();
    }
    return at;
  }

  private static boolean ends(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  private static void cases(
      IntStream.Builder jumps, InsnList code, int at, List<LabelNode> labels, LabelNode other) {
    jumps.add(at).add(code.indexOf(other));
    for (LabelNode label : labels) {
      jumps.add(at).add(code.indexOf(label));
    }
  }
}
