package io.racewatch.instrument.weave;

import io.racewatch.runtime.LockFields;
import io.racewatch.runtime.Reductions;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the instructions of one method that something is woven around. */
final class MethodPlanner extends InstructionVisitor {
  /** What lets a thread run that was given the object before. */
  private static final Set<String> STARTS =
      Set.of("start", "execute", "submit", "schedule", "runAsync", "supplyAsync");

  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private final ClassPlan plan;
  private final MethodPlan method;
  private final boolean checks;
  private final Fences fences;
  private final Coverage coverage;

  private boolean beforeSuper;
  private boolean jumped;
  private int made;

  /** Number of the last instruction that read a reference from a final field. */
  private int finalRead = -2;

  private int line;

  MethodPlanner(ClassPlan plan, MethodPlan method, boolean checks) {
    this(plan, method, checks, new Coverage(method.isStatic()));
  }

  private MethodPlanner(ClassPlan plan, MethodPlan method, boolean checks, Coverage coverage) {
    super(coverage);
    this.coverage = coverage;
    this.plan = plan;
    this.method = method;
    this.checks = checks;
    this.fences = new Fences(method);
    this.beforeSuper = method.name.equals("<init>");
  }

  private void add(Probe probe) {
    if (probe != null) {
      method.add(number(), probe);
    }
  }

  @Override
  public void visitTryCatchBlock(Label from, Label to, Label handler, String type) {
    method.catchesInterrupts |= "java/lang/InterruptedException".equals(type);
  }

  @Override
  public void visitLineNumber(int current, Label start) {
    line = current;
    if (method.firstLine == 0) {
      method.firstLine = current;
    }
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
      method.reaching.monitor();
      add(new MonitorProbe(opcode));
    } else if (checks && ArrayProbe.matches(opcode)) {
      add(EscapeProbe.ofStore(method, opcode));
      add(new ArrayProbe(opcode));
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (opcode == Opcodes.NEW) {
      made++;
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    fences.leave();
    jumped = true;
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    super.visitTableSwitchInsn(min, max, other, labels);
    fences.leave();
    jumped = true;
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(other, keys, labels);
    fences.leave();
    jumped = true;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    method.reaching.field(owner);
    boolean stores = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    if (stores && descriptor.startsWith("Ljava/util/concurrent/locks/")) {
      LockFields.stored(Names.dotted(plan.shape().name()), line, Names.dotted(owner), name);
    }
    boolean early = beforeSuper && opcode == Opcodes.PUTFIELD;
    boolean viaFinal = finalRead == number() - 1;
    FieldUse use = new FieldUse(opcode, owner, name, descriptor, early, viaFinal);
    if (checks && !early && Names.isReference(descriptor)) {
      add(EscapeProbe.ofStore(method, opcode));
    }
    Probe probe = plan.fields(checks).of(use, method.isInitializer());
    if (checks && Names.isReference(descriptor) && plan.fields(true).readsFinal(use)) {
      finalRead = number();
    }
    Probe woven =
        probe instanceof FieldProbe || probe == null && !plan.fields(checks).checks(use)
            ? fences.access(number(), use, probe)
            : probe;
    add(woven);
    coverage.woven(early ? null : woven);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    method.reaching.call(opcode, owner, name, descriptor);
    Call call = new Call(opcode, owner, name, descriptor, isInterface);
    fences.call(call);
    if (name.equals("<init>")) {
      constructed();
    }
    method.readsOptimistically |= checks && name.equals("tryOptimisticRead");
    if (checks) {
      add(EscapeProbe.ofCall(method, call));
    }
    if (STARTS.contains(name) && method.isConstructor()) {
      method.letsOut = Math.min(method.letsOut, number());
    }
    add(plan.calls(checks).of(call));
  }

  /**
   * Code runs straight up to super() in nearly every constructor: then each object made before it
   * was initialised before it, and a call beyond those is super(). Where there was a jump, all
   * writes of the constructor are decided by data flow.
   */
  private void constructed() {
    if (made > 0) {
      made--;
    } else if (!jumped) {
      beforeSuper = false;
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle factory, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, factory, arguments);
    method.reaching.dynamic(factory, arguments);
    Bridge bridge = plan.bridges().find(name, descriptor, factory, arguments);
    Probe probe = null;
    if (bridge != null) {
      BridgeClass made = new BridgeClass(plan, method.name, method.descriptor);
      probe = new BridgeProbe(name, descriptor, arguments, bridge, made);
    }
    if (factory.getOwner().equals(LAMBDAS)) {
      String type = Type.getReturnType(descriptor).getInternalName();
      List<String> interfaces = plan.types().initialisedWith(type);
      if (!interfaces.isEmpty()) {
        probe = new LambdaProbe(name, descriptor, factory, arguments, probe, interfaces);
      }
    }
    add(probe);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    method.maxLocals = maxLocals;
    if (Reductions.COVERED) {
      method.leaveOut(coverage.needless());
    }
  }
}
