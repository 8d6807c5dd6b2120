package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.runtime.Sites;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A call of clone() that copies shadows along with fields, or an array. */
final class CloneProbe extends Probe {
  private final int opcode;
  private final String owner;
  private final String descriptor;
  private ArrayName array;

  CloneProbe(int opcode, String owner, String descriptor) {
    this.opcode = opcode;
    this.owner = owner;
    this.descriptor = descriptor;
  }

  private boolean isArray() {
    return owner.startsWith("[");
  }

  @Override
  int hooks() {
    return isArray() ? 2 : 1;
  }

  @Override
  boolean needsFacts() {
    return isArray();
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    array = ArrayName.of(facts.operand(instruction, 0), "java.lang.Object[]");
    return true;
  }

  /** Stack before: … original; after: … copy. */
  @Override
  void weave(Code code) {
    code.insn(Opcodes.DUP);
    // … original original
    code.out.visitMethodInsn(opcode, owner, "clone", descriptor, false);
    // … original copy
    code.insn(Opcodes.SWAP);
    // … copy original
    if (isArray()) {
      weaveArray(code);
      return;
    }
    code.insn(Opcodes.SWAP);
    // … original copy
    code.insn(Opcodes.DUP_X1);
    // … copy original copy
    code.insn(Opcodes.SWAP);
    // … copy copy original
    code.hook(
        "cloned",
        "Ljava/lang/Object;Ljava/lang/Object;",
        code.sites.add(Sites.CALL, owner, "clone", 0));
    // … copy
  }

  /** Stack before: … copy original; after: … copy. */
  private void weaveArray(Code code) {
    range(code, "readRange", array);
    // … copy
    code.insn(Opcodes.DUP);
    // … copy copy
    String type = Type.getObjectType(owner).getClassName();
    range(code, "writeRange", new ArrayName(type, "", 0));
    // … copy
  }

  private static void range(Code code, String hook, ArrayName name) {
    code.push(0);
    code.push(Integer.MAX_VALUE);
    // … array from to
    code.hook(hook, "Ljava/lang/Object;II", name.site(code));
    // …
  }
}
