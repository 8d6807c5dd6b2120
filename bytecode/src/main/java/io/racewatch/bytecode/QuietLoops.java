package io.racewatch.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The loops of a method in which nothing can synchronise: no calls, monitors, volatile or static
 * fields, nothing that initialises a class. What a thread does in one pass through such a loop
 * belongs to one epoch, so accesses may be checked together when it is left.
 */
final class QuietLoops {
  private static final QuietLoops NONE = new QuietLoops();

  private final BitSet inside = new BitSet();
  private final BitSet exits = new BitSet();

  private QuietLoops() {}

  /** Whether an instruction is part of such a loop. */
  boolean contains(int instruction) {
    return inside.get(instruction);
  }

  /**
   * Where control may be right after it left such a loop: the first instructions behind it, returns
   * in it, and the handlers of what it may throw.
   */
  BitSet exits() {
    return exits;
  }

  static QuietLoops none() {
    return NONE;
  }

  /** Of a method without subroutines (jsr); others have none. */
  static QuietLoops of(MethodNode method, TypeIndex types) {
    InsnList code = method.instructions;
    int[] numbers = numbers(code);
    int[] noise = noise(code, types);
    QuietLoops loops = new QuietLoops();
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      int from = code.indexOf(at);
      for (LabelNode target : targets(at)) {
        int to = code.indexOf(target);
        if (to < from && noise[from + 1] == noise[to]) {
          loops.inside.set(numbers[to], numbers[from] + 1);
        }
      }
    }
    if (!loops.inside.isEmpty()) {
      loops.findExits(method, numbers);
    }
    return loops;
  }

  /** Of each node, the number of the first instruction from it on. */
  private static int[] numbers(InsnList code) {
    int[] numbers = new int[code.size()];
    int number = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number;
      number += code.get(i).getOpcode() >= 0 ? 1 : 0;
    }
    return numbers;
  }

  /** How many instructions before each node are not quiet. */
  private static int[] noise(InsnList code, TypeIndex types) {
    int[] noise = new int[code.size() + 1];
    for (int i = 0; i < code.size(); i++) {
      noise[i + 1] = noise[i] + (isQuiet(code.get(i), types) ? 0 : 1);
    }
    return noise;
  }

  private static boolean isQuiet(AbstractInsnNode at, TypeIndex types) {
    switch (at.getOpcode()) {
      case Opcodes.INVOKEVIRTUAL,
      Opcodes.INVOKESPECIAL,
      Opcodes.INVOKESTATIC,
      Opcodes.INVOKEINTERFACE,
      Opcodes.INVOKEDYNAMIC,
      Opcodes.MONITORENTER,
      Opcodes.MONITOREXIT,
      Opcodes.NEW,
      Opcodes.GETSTATIC,
      Opcodes.PUTSTATIC,
      Opcodes.JSR,
      Opcodes.RET:
        return false;
      case Opcodes.GETFIELD, Opcodes.PUTFIELD:
        FieldInsnNode use = (FieldInsnNode) at;
        FieldFact fact = types.field(use.owner, use.name, use.desc);
        return fact != null && !fact.isVolatile();
      case Opcodes.LDC:
        Object constant = ((LdcInsnNode) at).cst;
        return !(constant instanceof Type || constant instanceof ConstantDynamic);
      default:
        return true;
    }
  }

  private void findExits(MethodNode method, int[] numbers) {
    InsnList code = method.instructions;
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      int index = code.indexOf(at);
      if (at.getOpcode() < 0 || !inside.get(numbers[index])) {
        continue;
      }
      for (LabelNode target : targets(at)) {
        leaves(numbers[code.indexOf(target)]);
      }
      if (isReturn(at)) {
        exits.set(numbers[index]);
      } else if (fallsThrough(at)) {
        leaves(numbers[index] + 1);
      }
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int next = inside.nextSetBit(numbers[code.indexOf(block.start)]);
      if (next >= 0 && next < numbers[code.indexOf(block.end)]) {
        leaves(numbers[code.indexOf(block.handler)]);
      }
    }
  }

  private void leaves(int instruction) {
    if (!inside.get(instruction)) {
      exits.set(instruction);
    }
  }

  private static boolean isReturn(AbstractInsnNode at) {
    return at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN;
  }

  private static boolean fallsThrough(AbstractInsnNode at) {
    switch (at.getOpcode()) {
      case Opcodes.GOTO, Opcodes.ATHROW, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH:
        return false;
      default:
        return true;
    }
  }

  private static List<LabelNode> targets(AbstractInsnNode at) {
    if (at instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    if (at instanceof TableSwitchInsnNode table) {
      List<LabelNode> all = new ArrayList<>(table.labels);
      all.add(table.dflt);
      return all;
    }
    if (at instanceof LookupSwitchInsnNode lookup) {
      List<LabelNode> all = new ArrayList<>(lookup.labels);
      all.add(lookup.dflt);
      return all;
    }
    return List.of();
  }
}
