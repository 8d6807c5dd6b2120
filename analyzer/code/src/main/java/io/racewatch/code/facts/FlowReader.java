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
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Reads the edges of a method. */
final class FlowReader {
  private FlowReader() {}

  static Flow read(MethodNode method) {
    InsnList code = method.instructions;
    BitSet ends = new BitSet();
    boolean compares = false;
    IntStream.Builder jumps = IntStream.builder();
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      int index = code.indexOf(at);
      int opcode = at.getOpcode();
      compares |=
          opcode >= Opcodes.IF_ICMPLT && opcode <= Opcodes.IF_ICMPLE || opcode == Opcodes.LCMP;
      if (ends(opcode)) {
        ends.set(index);
      }
      if (at instanceof JumpInsnNode jump) {
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
          .add(code.indexOf(each.handler));
    }
    return new Flow(code.size(), ends, jumps.build().toArray(), ranges.build().toArray(), compares);
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
