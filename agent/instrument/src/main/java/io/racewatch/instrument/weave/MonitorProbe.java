package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Entry to or exit from a monitor. */
final class MonitorProbe extends Probe {
  private static final String OBJECT = "Ljava/lang/Object;";

  private final int opcode;
  private Origin lock;

  MonitorProbe(int opcode) {
    this.opcode = opcode;
  }

  @Override
  int hooks() {
    return opcode == Opcodes.MONITORENTER ? 2 : 1;
  }

  @Override
  boolean needsFacts() {
    return true;
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    lock = facts.operand(instruction, 0);
    return true;
  }

  /** Stack before: … lock; after: …. */
  @Override
  void weave(Code code) {
    int site = code.lockSite(lock);
    code.insn(Opcodes.DUP);
    // … lock lock
    if (opcode == Opcodes.MONITOREXIT) {
      code.hook(Names.SYNC_HOOKS, "release", OBJECT, site);
      // … lock
      code.insn(Opcodes.MONITOREXIT);
      // …
      return;
    }
    code.hook(Names.SYNC_HOOKS, "request", OBJECT, site);
    // … lock
    code.insn(Opcodes.DUP);
    // … lock lock
    code.insn(Opcodes.MONITORENTER);
    // … lock
    // The program's handler that gives the monitor back must cover the hook, too: a stack overflow
    // can strike there. See MethodWeaver.visitLabel.
    code.entered = new Label();
    code.out.visitLabel(code.entered);
    code.hook(Names.SYNC_HOOKS, "acquire", OBJECT, site);
    // …
  }
}
