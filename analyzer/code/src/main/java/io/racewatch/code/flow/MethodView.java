package io.racewatch.code.flow;

import io.racewatch.model.Frame;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** One method with code. Used by one thread. */
public final class MethodView {
  private final ClassView owner;
  private final MethodNode method;
  private Flow flow;
  private HeldLocks locks;
  private Cycles cycles;

  MethodView(ClassView owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
  }

  /** The class that declares it. */
  public ClassView owner() {
    return owner;
  }

  /** Its tree; not to be changed. */
  public MethodNode node() {
    return method;
  }

  public String name() {
    return method.name;
  }

  public boolean is(int flags) {
    return (method.access & flags) != 0;
  }

  public boolean isConstructor() {
    return method.name.equals("<init>");
  }

  /** Whether it makes an object or a class; reading an object back from a stream does, too. */
  public boolean isInitializer() {
    return method.name.equals("<init>")
        || method.name.equals("<clinit>")
        || method.name.equals("readObject") && is(Opcodes.ACC_PRIVATE)
        || method.name.equals("readExternal");
  }

  /** Its data flow, made when somebody asks: most methods hold nothing of interest. */
  public Flow flow() {
    if (flow == null) {
      flow = Flow.of(owner.name(), method, owner.types());
    }
    return flow;
  }

  /** Number of instructions, labels and lines among them. */
  public int size() {
    return method.instructions.size();
  }

  /** An instruction; labels and lines are among them. */
  public AbstractInsnNode insn(int index) {
    return method.instructions.get(index);
  }

  /** The opcode; -1 for labels, lines and frames. */
  public int opcode(int index) {
    return insn(index).getOpcode();
  }

  /** Whether an instruction can be reached; the data flow says so. */
  public boolean isReached(int index) {
    return flow().isReached(index);
  }

  public int index(AbstractInsnNode insn) {
    return method.instructions.indexOf(insn);
  }

  /** The call at an instruction, or null. */
  public MethodInsnNode call(int index) {
    return insn(index) instanceof MethodInsnNode call ? call : null;
  }

  /** Receiver of a call of an instance method. */
  public Value receiver(int index) {
    MethodInsnNode call = (MethodInsnNode) insn(index);
    return flow().operand(index, Type.getArgumentTypes(call.desc).length);
  }

  /** Argument of a call, from 0. */
  public Value argument(int index, int number) {
    MethodInsnNode call = (MethodInsnNode) insn(index);
    return flow().operand(index, Type.getArgumentTypes(call.desc).length - 1 - number);
  }

  /** Locks held at each instruction. */
  public HeldLocks locks() {
    if (locks == null) {
      List<Held> always = new ArrayList<>();
      if (is(Opcodes.ACC_SYNCHRONIZED)) {
        Value lock =
            is(Opcodes.ACC_STATIC)
                ? Value.ofClass(owner.name())
                : Value.self("L" + owner.name() + ";");
        always.add(new Held(new LockOp(LockOp.Kind.ACQUIRE, lock, true, false), -1));
      }
      locks = new HeldLocks(flow(), method.instructions, owner.lockOps(), always);
    }
    return locks;
  }

  /** The loops. */
  public Cycles cycles() {
    if (cycles == null) {
      cycles = new Cycles(flow());
    }
    return cycles;
  }

  /** Line of an instruction; 0 if unknown. */
  public int line(int index) {
    for (int i = Math.max(index, 0); i >= 0; i--) {
      if (insn(i) instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }

  /** Where an instruction stands; for -1, where the method begins. */
  public Frame frame(int index) {
    int line = index < 0 ? firstLine() : line(index);
    return new Frame(owner.binaryName(), method.name, owner.file(), line);
  }

  private int firstLine() {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }
}
