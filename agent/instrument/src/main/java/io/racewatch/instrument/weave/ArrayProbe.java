package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import io.racewatch.runtime.Reductions;
import io.racewatch.runtime.Sampling;
import org.objectweb.asm.Opcodes;

/** A load or store of an array element. */
final class ArrayProbe extends Probe {
  private final int opcode;
  private ArrayName array;

  private boolean loops;

  /** Its range among those of the method, or -1. */
  private int range = -1;

  ArrayProbe(int opcode) {
    this.opcode = opcode;
  }

  /** Whether the instruction is one of these. */
  static boolean matches(int opcode) {
    return isLoad(opcode) || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
  }

  private static boolean isLoad(int opcode) {
    return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD;
  }

  private boolean isWide() {
    return opcode == Opcodes.LALOAD
        || opcode == Opcodes.DALOAD
        || opcode == Opcodes.LASTORE
        || opcode == Opcodes.DASTORE;
  }

  @Override
  boolean isCheck() {
    return true;
  }

  @Override
  boolean needsFacts() {
    return true;
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    Origin origin = facts.operand(instruction, isLoad(opcode) ? 1 : 2);
    array = ArrayName.of(origin, opcode);
    loops = facts.inQuietLoop(instruction);
    boolean local = Reductions.LOCAL_ARRAYS && facts.staysLocal(origin);
    return origin.kind() != Origin.Kind.FOREIGN && !local;
  }

  /** Whether it is in a loop in which nothing can synchronise. */
  boolean loops() {
    return loops;
  }

  /** Elements are collected in that range of the method. */
  void collectIn(int number) {
    range = number;
  }

  /** Stack before: … array index; after: …. */
  private void check(Code code, boolean writes) {
    if (range < 0) {
      String hooks = Sampling.isOn() ? Names.SAMPLED_HOOKS : Names.HOOKS;
      String hook = writes ? "writeElement" : "readElement";
      code.hook(hooks, hook, "Ljava/lang/Object;I", array.site(code));
    } else {
      code.range(range);
      // … array index range
      String parameters = "Ljava/lang/Object;IL" + Names.RANGE + ";";
      code.hook(Names.RANGE, writes ? "write" : "read", parameters, array.site(code));
    }
    // …
  }

  @Override
  void weave(Code code) {
    if (isLoad(opcode)) {
      load(code);
    } else {
      store(code);
    }
  }

  /** Stack before: … array index; after: … value. */
  private void load(Code code) {
    code.insn(Opcodes.DUP2);
    // … array index array index
    code.insn(opcode);
    // … array index value
    code.insn(isWide() ? Opcodes.DUP2_X2 : Opcodes.DUP_X2);
    // … value array index value
    code.insn(isWide() ? Opcodes.POP2 : Opcodes.POP);
    // … value array index
    check(code, false);
    // … value
  }

  /** Stack before: … array index value; after: …. */
  private void store(Code code) {
    code.insn(isWide() ? Opcodes.DUP2_X2 : Opcodes.DUP_X2);
    // … value array index value
    code.insn(isWide() ? Opcodes.POP2 : Opcodes.POP);
    // … value array index
    int copyBelow = isWide() ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1;
    code.insn(copyBelow);
    // … array index value array index
    code.insn(copyBelow);
    // … array index array index value array index
    code.insn(Opcodes.POP2);
    // … array index array index value
    code.insn(opcode);
    // … array index
    check(code, true);
    // …
  }
}
