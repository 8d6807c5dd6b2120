package io.racewatch.instrument.weave;

import io.racewatch.runtime.Reductions;
import io.racewatch.runtime.Sites;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes one method with its hooks. */
final class MethodWeaver extends InstructionVisitor {
  /** Bytes of code from which HotSpot no longer compiles a method. */
  private static final int HUGE = 8000;

  private final ClassShape shape;
  private final MethodPlan plan;
  private final Code code;
  private final List<TryBlock> tryBlocks = new ArrayList<>();
  private final List<Label> interruptHandlers = new ArrayList<>();

  /** Labels of the next instruction. */
  private final List<Label> here = new ArrayList<>();

  private final List<MovedStart> movedStarts = new ArrayList<>();
  private Label start;
  private boolean caught;
  private int lock = -1;
  private int stamps;
  private final List<String> huge;
  private int lockSite;
  private boolean inCode;

  /**
   * For one method.
   *
   * @param huge gets the name of the method if the JVM will only interpret it
   */
  MethodWeaver(MethodVisitor out, ClassShape shape, MethodPlan plan, Code code, List<String> huge) {
    super(out);
    this.shape = shape;
    this.plan = plan;
    this.code = code;
    this.huge = huge;
    plan.rewind();
  }

  /**
   * Leaves out what nobody knows of the code: ASM would write it beside the code, where its name
   * may mean something.
   */
  @Override
  public void visitAttribute(Attribute attribute) {
    if (!inCode) {
      super.visitAttribute(attribute);
    }
  }

  @Override
  public void visitCode() {
    inCode = true;
    super.visitCode();
    if ((plan.tracksMonitor || plan.excludesOthers || plan.tellsUse) && plan.firstLine > 0) {
      Label first = new Label();
      mv.visitLabel(first);
      mv.visitLineNumber(plan.firstLine, first);
      code.sites.line(plan.firstLine);
    }
    if (plan.hooks() > 1 && Reductions.THREAD_ONCE || plan.ranges() > 0) {
      code.keepThread();
    }
    code.keepRanges(plan.ranges());
    if (plan.tellsUse) {
      code.classUse(shape.name(), code.sites.add(Sites.CALL, shape.name(), plan.name, 0));
    }
    if (plan.usesClass) {
      code.initOrder(shape);
    }
    if (plan.followsSupers) {
      mv.visitLdcInsn(Type.getObjectType(shape.name()));
      // class
      code.thread();
      // class thread
      code.call(Names.HOOKS, "initBegin", "(Ljava/lang/Class;L" + Names.THREAD_STATE + ";)V");
      // -
    }
    if (plan.excludesOthers) {
      mv.visitLdcInsn(Type.getObjectType(shape.name()));
      // class
      int site = code.sites.add(Sites.CALL, shape.name(), plan.name, 0);
      code.hook(Names.SYNC_HOOKS, "excludeBegin", "Ljava/lang/Class;", site);
      // -
    }
    if (plan.tracksMonitor) {
      enterMonitor();
    }
    if (plan.readsOptimistically) {
      code.thread();
      // thread
      code.call(Names.STAMP_HOOKS, "begin", "(L" + Names.THREAD_STATE + ";)I");
      // stamps
      stamps = code.reserve(Opcodes.INTEGER);
      mv.visitVarInsn(Opcodes.ISTORE, stamps);
      // -
    }
    if (plan.tracksMonitor
        || plan.tracksInitializer
        || plan.excludesOthers
        || plan.readsOptimistically
        || plan.ranges() > 0) {
      start = new Label();
      mv.visitLabel(start);
    }
  }

  private void enterMonitor() {
    String name = plan.isStatic() ? "class" : "";
    lockSite = code.sites.add(Sites.LOCK, shape.name(), name, 0);
    if (!plan.isStatic()) {
      // A copy that no instruction of the program overwrites.
      lock = code.reserve(shape.name());
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      // this
      mv.visitVarInsn(Opcodes.ASTORE, lock);
      // -
    }
    pushLock();
    // lock
    code.hook(Names.SYNC_HOOKS, "acquire", "Ljava/lang/Object;", lockSite);
    // -
  }

  private void pushLock() {
    if (plan.isStatic()) {
      mv.visitLdcInsn(Type.getObjectType(shape.name()));
    } else {
      mv.visitVarInsn(Opcodes.ALOAD, lock);
    }
  }

  /** What the method owes at each of its ends. Leaves the stack as it was. */
  private void finish(boolean throwing) {
    if (plan.tracksMonitor) {
      pushLock();
      // … lock
      code.hook(Names.SYNC_HOOKS, "release", "Ljava/lang/Object;", lockSite);
      // …
    }
    if (plan.excludesOthers) {
      code.thread();
      // … thread
      code.call(Names.SYNC_HOOKS, "excludeEnd", "(L" + Names.THREAD_STATE + ";)V");
      // …
    }
    if (plan.tracksInitializer) {
      initialized(throwing);
    }
    if (plan.readsOptimistically) {
      mv.visitVarInsn(Opcodes.ILOAD, stamps);
      code.thread();
      // … stamps thread
      String hook = throwing ? "drop" : "end";
      code.call(Names.STAMP_HOOKS, hook, "(IL" + Names.THREAD_STATE + ";)V");
      // …
    }
  }

  private void initialized(boolean throwing) {
    String hook = "initialized";
    String extra = "";
    if (throwing) {
      mv.visitLdcInsn(Names.dotted(shape.name()));
      // … name
      hook = "initFailed";
      extra = "Ljava/lang/String;";
    }
    code.thread();
    // … (name) thread
    code.call(Names.HOOKS, hook, "(" + extra + "L" + Names.THREAD_STATE + ";)" + Names.INIT_CLOCK);
    // … clock
    mv.visitFieldInsn(Opcodes.PUTSTATIC, shape.name(), shape.initializerField(), Names.INIT_CLOCK);
    // …
  }

  @Override
  boolean take(int instruction) {
    code.entered = null;
    if (instruction > plan.letsOut) {
      code.sites.always(Sites.LET_OUT);
    }
    boolean moves = caught || plan.endsRanges(instruction);
    if (caught) {
      caught = false;
      code.tail(code.sites.add(Sites.CALL, "java.lang.InterruptedException", "catch", 0));
      // throwable thread site
      code.call(Names.SYNC_HOOKS, "interruptCaught", "(" + Names.TAIL);
      // throwable
    }
    if (plan.endsRanges(instruction)) {
      code.endRanges();
    }
    if (moves && !here.isEmpty()) {
      Label instead = new Label();
      mv.visitLabel(instead);
      code.move(here, instead);
    }
    here.clear();
    Probe probe = plan.at(instruction);
    if (probe == null) {
      return false;
    }
    probe.weave(code);
    code.freeTemps();
    return true;
  }

  @Override
  public void visitInsn(int opcode) {
    if (start != null && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      finish(false);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitLineNumber(int line, Label at) {
    code.sites.line(line);
    super.visitLineNumber(line, at);
  }

  /**
   * Compilers let the handler that gives a monitor back begin right after the instruction that
   * takes it. Hooks come between the two; so the handler's range has to begin before them.
   */
  @Override
  public void visitLabel(Label label) {
    caught |= interruptHandlers.contains(label);
    if (code.entered != null) {
      movedStarts.add(new MovedStart(label, code.entered));
    }
    here.add(label);
    super.visitLabel(label);
  }

  @Override
  public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
    code.programFrame(locals, local, stacked, stack);
  }

  /** Kept for the end, when it is known where ranges begin. */
  @Override
  public void visitTryCatchBlock(Label from, Label to, Label handler, String type) {
    tryBlocks.add(new TryBlock(from, to, handler, type));
    if ("java/lang/InterruptedException".equals(type)) {
      interruptHandlers.add(handler);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    Label end = new Label();
    mv.visitLabel(end);
    if (start != null) {
      code.lastHandlerFrame();
      // throwable
      code.endRanges();
      finish(true);
      // throwable
      mv.visitInsn(Opcodes.ATHROW);
    }
    code.writeHandlers();
    for (TryBlock block : tryBlocks) {
      mv.visitTryCatchBlock(moved(block.from), block.to, block.handler, block.type);
    }
    if (start != null) {
      mv.visitTryCatchBlock(start, end, end, null);
    }
    Label last = new Label();
    mv.visitLabel(last);
    if (last.getOffset() > HUGE) {
      huge.add(Levels.key(plan.name, plan.descriptor));
    }
    super.visitMaxs(maxStack, maxLocals);
  }

  private Label moved(Label from) {
    for (MovedStart each : movedStarts) {
      if (each.label == from) {
        return each.to;
      }
    }
    return from;
  }

  private record TryBlock(Label from, Label to, Label handler, String type) {}

  private record MovedStart(Label label, Label to) {}
}
