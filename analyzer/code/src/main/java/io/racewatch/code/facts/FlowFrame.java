package io.racewatch.code.facts;

import io.racewatch.code.api.Meaning;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.When;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Locals, stack, and the locks held; an attempt to lock counts on the branch where it worked. */
final class FlowFrame extends Frame<Val> {
  private final World world;
  private final Openers openers;
  private Held held;
  private Held beforeJump;
  private Held.Lock tried;
  private Held.Lock refused;

  FlowFrame(int locals, int stack, World world, Openers openers, Held held) {
    super(locals, stack);
    this.world = world;
    this.openers = openers;
    this.held = held;
  }

  FlowFrame(FlowFrame other) {
    super(other);
    this.world = other.world;
    this.openers = other.openers;
    this.held = other.held;
  }

  Held held() {
    return held;
  }

  @Override
  public Frame<Val> init(Frame<? extends Val> frame) {
    held = ((FlowFrame) frame).held;
    return super.init(frame);
  }

  @Override
  public boolean merge(Frame<? extends Val> other, Interpreter<Val> interpreter)
      throws AnalyzerException {
    if (getStackSize() != other.getStackSize()) {
      throw new AnalyzerException(null, "Incompatible stack heights");
    }
    boolean changed = false;
    for (int i = 0; i < getLocals(); i++) {
      Val met = meet(getLocal(i), other.getLocal(i), interpreter);
      if (met != null) {
        setLocal(i, met);
        changed = true;
      }
    }
    for (int i = 0; i < getStackSize(); i++) {
      Val met = meet(getStack(i), other.getStack(i), interpreter);
      if (met != null) {
        setStack(i, met);
        changed = true;
      }
    }
    return meetLocks(other) || changed;
  }

  /** What is known on both ways, or null if that is what was known on the first. */
  private static Val meet(Val a, Val b, Interpreter<Val> interpreter) {
    if (a == b) {
      return null;
    }
    Val met = interpreter.merge(a, b);
    return met == a || met.equals(a) ? null : met;
  }

  private boolean meetLocks(Frame<? extends Val> other) {
    boolean changed = false;
    Held met = held.join(((FlowFrame) other).held, world.paths());
    if (!met.equals(held)) {
      held = met;
      changed = true;
    }
    return changed;
  }

  /** The operands of an instruction that is about to run, the deepest first. */
  List<Val> operands(int count) {
    List<Val> values = new ArrayList<>(count);
    for (int i = getStackSize() - count; i < getStackSize(); i++) {
      values.add(getStack(i));
    }
    return values;
  }

  static int operands(MethodInsnNode call) {
    return Type.getArgumentTypes(call.desc).length
        + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
  }

  @Override
  public void execute(AbstractInsnNode at, Interpreter<Val> interpreter) throws AnalyzerException {
    tried = null;
    refused = null;
    beforeJump = held;
    switch (at.getOpcode()) {
      case Opcodes.MONITORENTER ->
          held = held.plus(monitor(getStack(getStackSize() - 1), openers.line(at)));
      case Opcodes.MONITOREXIT -> leave(monitor(getStack(getStackSize() - 1), 0));
      case Opcodes.IFEQ, Opcodes.IFNE -> {
        tried = getStack(getStackSize() - 1).attempt();
        refused = getStack(getStackSize() - 1).refused();
      }
      default -> {
        // Does nothing to locks.
      }
    }
    if (at instanceof MethodInsnNode call) {
      List<Val> values = operands(operands(call));
      super.execute(at, interpreter);
      called(call, values, interpreter);
    } else {
      super.execute(at, interpreter);
    }
  }

  private Held.Lock monitor(Val value, int line) {
    Path path = value.path() == null ? world.paths().unknown(null) : value.path();
    return new Held.Lock(path, Held.Mode.EXCLUSIVE, true, 1, line);
  }

  @Override
  public void initJumpTarget(int opcode, LabelNode target) {
    if (tried != null || refused != null) {
      boolean isSet = target == null ? opcode == Opcodes.IFEQ : opcode == Opcodes.IFNE;
      Held.Lock got = isSet ? tried : refused;
      held = got == null ? beforeJump : beforeJump.upgraded(got).plus(got);
    }
  }

  private void called(MethodInsnNode call, List<Val> values, Interpreter<Val> interpreter) {
    Val receiver = values.isEmpty() ? null : values.get(0);
    boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
    if (call.name.equals("<init>") && receiver != null && receiver.path() != null) {
      receiver = made(call, receiver, values);
    }
    String type = Calls.receiverType(world, call, instance ? receiver : null);
    Meaning meaning = world.meanings().of(type, call.name, call.desc);
    for (Row row : meaning.locks()) {
      Path subject = Calls.subject(row, call, values);
      Held.Lock lock = Calls.lock(world, subject, row.shared(), openers.line(call));
      if (row.effect() == Effect.RELEASE) {
        leave(lock);
      } else if (row.effect() == Effect.ACQUIRE && row.when() == When.EXIT) {
        held = held.plus(lock);
      }
    }
    optimistic(call, values);
    if (instance && call.name.equals("close") && receiver != null && receiver.path() != null) {
      for (Held.Lock lock : openers.of(receiver.path())) {
        leave(lock);
      }
    }
    nets(call, values, receiver);
  }

  private void nets(MethodInsnNode call, List<Val> values, Val receiver) {
    List<World.Net> nets = Calls.nets(world, call, values);
    boolean closes = call.name.equals("close") && receiver != null && receiver.path() != null;
    if (nets.isEmpty() || closes && !openers.of(receiver.path()).isEmpty()) {
      return;
    }
    for (World.Net net : nets) {
      if (net.lock().count() < 0) {
        leave(net.lock().times(1));
      } else if (!net.conditional()) {
        held = held.plus(net.lock().at(openers.line(call)));
        Val result = call.name.equals("<init>") ? receiver : top();
        if (result != null && result.path() != null) {
          openers.add(result.path(), net.lock());
        }
      }
    }
  }

  private Val top() {
    return getStackSize() == 0 ? null : getStack(getStackSize() - 1);
  }

  /** From the constructor on, the object is known by its arguments. */
  private Val made(MethodInsnNode call, Val receiver, List<Val> values) {
    Path raw = receiver.path();
    if (!raw.is(Path.Kind.MADE) || !raw.type().equals(call.owner) || !raw.children().isEmpty()) {
      return receiver;
    }
    List<Path> arguments = new ArrayList<>();
    for (Val value : values.subList(1, values.size())) {
      arguments.add(value.path() == null ? world.paths().unknown(null) : value.path());
    }
    Val ready = Val.of(world.paths().made(raw.name(), raw.index(), raw.type(), arguments));
    for (int i = 0; i < getLocals(); i++) {
      if (getLocal(i).path() == raw) {
        setLocal(i, ready);
      }
    }
    for (int i = 0; i < getStackSize(); i++) {
      if (getStack(i).path() == raw) {
        setStack(i, ready);
      }
    }
    return ready;
  }

  /** A lock that is not known to be held by that name may be held by another. */
  private void leave(Held.Lock lock) {
    if (lock.mode() == Held.Mode.ONCE) {
      return;
    }
    Held.Lock match = null;
    for (Held.Lock each : held.locks()) {
      boolean real = each.count() > 0 && each.mode() != Held.Mode.ONCE;
      if (real && each.monitor() == lock.monitor()) {
        if (each.path() == lock.path() && each.mode() == lock.mode()) {
          match = each;
          break;
        }
        if (vague(each.path()) || vague(lock.path()) || each.path() == lock.path()) {
          match = each;
        }
      }
    }
    held = match == null ? held.minus(lock) : held.minus(match.times(1));
  }

  private static boolean vague(Path path) {
    return switch (path.root().kind()) {
      case UNKNOWN, RESULT, MADE, LAMBDA, NULL -> true;
      default -> false;
    };
  }

  private void optimistic(MethodInsnNode call, List<Val> values) {
    if (!call.owner.equals(Calls.STAMPED)) {
      return;
    }
    Path path = values.get(0).path();
    Held.Lock lock = new Held.Lock(path, Held.Mode.OPTIMISTIC, false, 1, 0);
    if (call.name.equals("tryOptimisticRead")) {
      held = held.plus(lock);
    } else if (call.name.equals("validate")) {
      for (Held.Lock each : held.locks()) {
        if (each.mode() == Held.Mode.OPTIMISTIC && each.path() == path) {
          held = held.minus(each.times(1));
        }
      }
    }
  }
}
