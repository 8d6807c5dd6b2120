package io.racewatch.code.facts;

import io.racewatch.code.api.Meaning;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** Follows one method and notes what it does. */
public final class BodyReader {
  /** Instructions times frame size above which a method is not followed. */
  private static final long TOO_MUCH = 30_000_000;

  private final World world;
  private final String owner;
  private final MethodNode method;
  private final InsnList code;
  private final List<Event> events = new ArrayList<>();
  private int line;

  private BodyReader(World world, String owner, MethodNode method) {
    this.world = world;
    this.owner = owner;
    this.method = method;
    this.code = method.instructions;
  }

  /**
   * Reads a method. One that cannot be followed does nothing, never an error.
   *
   * @param owner internal name of its class
   * @param annotations simple names and values
   */
  public static MethodBody read(
      World world, String owner, MethodNode method, Map<String, String> annotations) {
    BodyReader reader = new BodyReader(world, owner, method);
    long size = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
    if (size > 0 && size <= TOO_MUCH) {
      try {
        reader.read();
      } catch (AnalyzerException | RuntimeException unusual) {
        reader.events.clear();
      }
    }
    return new MethodBody(
        owner,
        method.name,
        method.desc,
        method.access,
        reader.events,
        FlowReader.read(method),
        annotations);
  }

  private boolean has(int flag) {
    return (method.access & flag) != 0;
  }

  private void read() throws AnalyzerException {
    FlowInterpreter interpreter =
        new FlowInterpreter(
            world,
            owner,
            owner + '.' + method.name + method.desc,
            has(Opcodes.ACC_STATIC),
            Type.getArgumentTypes(method.desc),
            code);
    Held entry = entry();
    Openers openers = new Openers(code);
    Frame<Val>[] frames =
        new Analyzer<>(interpreter) {
          @Override
          protected Frame<Val> newFrame(int locals, int stack) {
            return new FlowFrame(locals, stack, world, openers, entry);
          }

          @Override
          protected Frame<Val> newFrame(Frame<? extends Val> frame) {
            return new FlowFrame((FlowFrame) frame);
          }
        }.analyze(owner, method);
    for (Held.Lock lock : entry.locks()) {
      line = firstLine();
      request(0, Held.NONE, lock.at(line), true);
    }
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      if (at instanceof LineNumberNode number) {
        line = number.line;
      }
      FlowFrame frame = (FlowFrame) frames[code.indexOf(at)];
      if (frame != null && at.getOpcode() >= 0) {
        note(at, code.indexOf(at), frame, interpreter);
      }
    }
  }

  private int firstLine() {
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }

  private Held entry() {
    if (!has(Opcodes.ACC_SYNCHRONIZED)) {
      return Held.NONE;
    }
    Path lock =
        has(Opcodes.ACC_STATIC) ? world.paths().ofClass(owner) : world.paths().param(0, owner);
    return Held.NONE.plus(new Held.Lock(lock, Held.Mode.EXCLUSIVE, true, 1, -1));
  }

  private void note(AbstractInsnNode at, int index, FlowFrame frame, FlowInterpreter values) {
    switch (at.getOpcode()) {
      case Opcodes.GETFIELD -> field(at, index, frame, false, 0, -1);
      case Opcodes.PUTFIELD -> field(at, index, frame, true, 1, 0);
      case Opcodes.GETSTATIC -> field(at, index, frame, false, -1, -1);
      case Opcodes.PUTSTATIC -> field(at, index, frame, true, -1, 0);
      case Opcodes.MONITORENTER -> {
        Path path = values.path(frame.getStack(frame.getStackSize() - 1));
        request(index, frame.held(), new Held.Lock(path, Held.Mode.EXCLUSIVE, true, 1, line), true);
      }
      case Opcodes.ARETURN -> end(index, frame, frame.getStack(frame.getStackSize() - 1));
      case Opcodes.IRETURN, Opcodes.LRETURN ->
          end(index, frame, frame.getStack(frame.getStackSize() - 1));
      case Opcodes.FRETURN, Opcodes.DRETURN, Opcodes.RETURN -> end(index, frame, null);
      default -> more(at, index, frame, values);
    }
  }

  private void more(AbstractInsnNode at, int index, FlowFrame frame, FlowInterpreter values) {
    int opcode = at.getOpcode();
    if (at instanceof MethodInsnNode call) {
      call(call, index, frame, values);
    } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      element(index, frame, false, 1);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      element(index, frame, true, 2);
    }
  }

  private static Val down(FlowFrame frame, int depth) {
    return frame.getStack(frame.getStackSize() - 1 - depth);
  }

  private void field(
      AbstractInsnNode at, int index, FlowFrame frame, boolean write, int base, int value) {
    FieldInsnNode field = (FieldInsnNode) at;
    Path of = base < 0 ? null : down(frame, base).path();
    Path written = value < 0 ? null : down(frame, value).path();
    if (base < 0 || of != null) {
      String key = world.fields().key(field.owner, field.name);
      events.add(new Event.FieldAccess(index, line, frame.held(), key, write, of, written));
    }
  }

  private void element(int index, FlowFrame frame, boolean write, int depth) {
    Path array = down(frame, depth).path();
    if (array != null) {
      Path value = write ? down(frame, 0).path() : null;
      String item = down(frame, depth - 1).type();
      events.add(new Event.ArrayAccess(index, line, frame.held(), write, array, item, value));
    }
  }

  private void request(int index, Held held, Held.Lock lock, boolean waits) {
    events.add(new Event.Request(index, line, held, lock, waits));
  }

  private void end(int index, FlowFrame frame, Val value) {
    Path path = value == null ? null : value.path();
    Held.Lock attempt = value == null ? null : value.attempt();
    events.add(new Event.Return(index, line, frame.held(), path, attempt));
  }

  private void call(MethodInsnNode call, int index, FlowFrame frame, FlowInterpreter values) {
    List<Val> operands = frame.operands(FlowFrame.operands(call));
    boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
    Val receiver = instance ? operands.get(0) : null;
    String type = Calls.receiverType(world, call, receiver);
    Meaning meaning = world.meanings().of(type, call.name, call.desc);
    for (Row row : meaning.locks()) {
      boolean asks = row.effect() == Effect.ACQUIRE;
      if (asks) {
        Path subject = Calls.subject(row, call, operands);
        Held.Lock lock = Calls.lock(world, subject, row.shared(), line);
        request(index, frame.held(), lock, row.when() == When.EXIT);
      }
    }
    List<Path> arguments = new ArrayList<>(operands.size());
    for (Val each : operands) {
      arguments.add(values.path(each));
    }
    if (call.name.equals("<init>") && arguments.get(0).is(Path.Kind.MADE)) {
      arguments.set(0, made(call, arguments));
    }
    Val result = values.naryOperation(call, operands);
    events.add(
        new Event.Call(
            index,
            line,
            frame.held(),
            call.getOpcode(),
            call.owner,
            call.name,
            call.desc,
            arguments,
            type,
            meaning,
            result == null ? null : result.path(),
            operands.isEmpty() ? null : operands.get(operands.size() - 1).type()));
  }

  private Path made(MethodInsnNode call, List<Path> arguments) {
    Path raw = arguments.get(0);
    boolean fresh = raw.type().equals(call.owner) && raw.children().isEmpty();
    List<Path> rest = arguments.subList(1, arguments.size());
    return fresh ? world.paths().made(raw.name(), raw.index(), raw.type(), rest) : raw;
  }
}
