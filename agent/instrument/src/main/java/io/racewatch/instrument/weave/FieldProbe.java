package io.racewatch.instrument.weave;

import org.objectweb.asm.Opcodes;

/** An access to an instance field. The access comes first and its check after it. */
final class FieldProbe extends Probe {
  private final FieldUse use;
  private final boolean own;

  /**
   * A plain access.
   *
   * @param own the woven class declares the field and its shadow
   */
  FieldProbe(FieldUse use, boolean own) {
    this.use = use;
    this.own = own;
  }

  @Override
  boolean isCheck() {
    return true;
  }

  @Override
  boolean needsFacts() {
    return use.beforeSuper();
  }

  @Override
  boolean settle(io.racewatch.bytecode.MethodFacts facts, int instruction) {
    return !use.onUninitialized(facts, instruction);
  }

  @Override
  void weave(Code code) {
    if (use.opcode() == Opcodes.GETFIELD) {
      use.readKeepingObject(code);
      // … value object
      check(code, own ? "read" : "readField");
    } else {
      use.writeKeepingObject(code);
      // … object
      check(code, own ? "write" : "writeField");
    }
  }

  /** Stack before: … object; after: … */
  private void check(Code code, String hook) {
    String parameters = "Ljava/lang/Object;";
    if (own) {
      code.insn(Opcodes.DUP);
      // … object object
      code.out.visitFieldInsn(
          Opcodes.GETFIELD, use.owner(), Names.PREFIX + use.name(), Names.SHADOW);
      // … object shadow
      parameters += Names.SHADOW;
    }
    code.hook(hook, parameters, use.site(code));
    // …
  }
}
