package io.racewatch.code.facts;

import io.racewatch.code.api.Effect;
import io.racewatch.code.api.Meaning;
import io.racewatch.code.api.ThreadRow;
import io.racewatch.code.facts.Path.Kind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows references through one method. */
final class FlowInterpreter extends Interpreter<Val> {
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  private static final String PRIMITIVES = "ZCFDBSIJ";

  private final World world;
  private final Paths paths;
  private final String method;
  private final boolean isStatic;
  private final Type[] arguments;
  private final String owner;
  private final InsnList code;

  FlowInterpreter(
      World world, String owner, String method, boolean isStatic, Type[] arguments, InsnList code) {
    super(Opcodes.ASM9);
    this.world = world;
    this.paths = world.paths();
    this.owner = owner;
    this.method = method;
    this.isStatic = isStatic;
    this.arguments = arguments;
    this.code = code;
  }

  private static Val number(Type type) {
    return type.getSize() == 2 ? Val.TWO : Val.ONE;
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  static String name(Type type) {
    return isReference(type) ? type.getInternalName() : null;
  }

  @Override
  public Val newValue(Type type) {
    if (type == null) {
      return Val.ONE;
    }
    if (type == Type.VOID_TYPE) {
      return null;
    }
    return isReference(type) ? Val.of(paths.unknown(name(type))) : number(type);
  }

  @Override
  public Val newParameterValue(boolean instance, int local, Type type) {
    if (!isReference(type)) {
      return number(type);
    }
    int slot = isStatic ? 0 : 1;
    int index = 1;
    if (instance && local == 0) {
      return Val.of(paths.param(0, owner));
    }
    for (Type each : arguments) {
      if (slot == local) {
        break;
      }
      slot += each.getSize();
      index++;
    }
    return Val.of(paths.param(index, name(type)));
  }

  @Override
  public Val newOperation(AbstractInsnNode at) {
    switch (at.getOpcode()) {
      case Opcodes.ACONST_NULL:
        return Val.of(paths.none());
      case Opcodes.NEW:
        return Val.of(paths.made(method, code.indexOf(at), ((TypeInsnNode) at).desc, List.of()));
      case Opcodes.GETSTATIC:
        FieldInsnNode field = (FieldInsnNode) at;
        Type type = Type.getType(field.desc);
        return isReference(type)
            ? Val.of(paths.ofStatic(world.fields().key(field.owner, field.name), name(type)))
            : number(type);
      case Opcodes.LDC:
        return constant(((LdcInsnNode) at).cst);
      case Opcodes.BIPUSH, Opcodes.SIPUSH:
        return Val.constant(((IntInsnNode) at).operand);
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1:
        return Val.TWO;
      default:
        int small = at.getOpcode() - Opcodes.ICONST_0;
        return small >= -1 && small <= 5 ? Val.constant(small) : Val.ONE;
    }
  }

  private Val constant(Object value) {
    if (value instanceof Type type && isReference(type)) {
      return Val.of(paths.ofClass(type.getInternalName()));
    }
    if (value instanceof String text) {
      return Val.of(paths.constant(text, "java/lang/String"));
    }
    if (value instanceof Long || value instanceof Double) {
      return Val.TWO;
    }
    boolean isNumber = value instanceof Integer || value instanceof Float;
    return isNumber ? Val.ONE : Val.of(paths.unknown(null));
  }

  @Override
  public Val copyOperation(AbstractInsnNode at, Val value) {
    return value;
  }

  @Override
  public Val unaryOperation(AbstractInsnNode at, Val value) {
    switch (at.getOpcode()) {
      case Opcodes.GETFIELD:
        FieldInsnNode field = (FieldInsnNode) at;
        Type type = Type.getType(field.desc);
        if (!isReference(type)) {
          return number(type);
        }
        String key = world.fields().key(field.owner, field.name);
        return value.path() == null
            ? newValue(type)
            : Val.of(paths.field(value.path(), key, name(type)));
      case Opcodes.CHECKCAST:
        String to = ((TypeInsnNode) at).desc;
        return value.path() == null ? value : cast(value, to);
      case Opcodes.NEWARRAY:
        return array(at, "[" + PRIMITIVES.charAt(((IntInsnNode) at).operand - Opcodes.T_BOOLEAN));
      case Opcodes.ANEWARRAY:
        String part = ((TypeInsnNode) at).desc;
        return array(at, part.startsWith("[") ? "[" + part : "[L" + part + ";");
      case Opcodes.LNEG, Opcodes.DNEG, Opcodes.I2L, Opcodes.F2L, Opcodes.D2L, Opcodes.I2D:
      case Opcodes.L2D, Opcodes.F2D:
        return Val.TWO;
      default:
        return Val.ONE;
    }
  }

  private Val array(AbstractInsnNode at, String type) {
    return Val.of(paths.made(method, code.indexOf(at), type, List.of()));
  }

  private Val cast(Val value, String to) {
    Path path = value.path();
    boolean vague = path.type() == null || path.type().equals("java/lang/Object");
    if (vague && path.is(Kind.UNKNOWN)) {
      return Val.of(paths.unknown(to));
    }
    if (vague && path.is(Kind.ELEMENT)) {
      return Val.of(paths.step(Kind.ELEMENT, path.parent(), null, to));
    }
    return value.as(to);
  }

  @Override
  public Val binaryOperation(AbstractInsnNode at, Val left, Val right) {
    switch (at.getOpcode()) {
      case Opcodes.AALOAD:
        return left.path() == null
            ? Val.of(paths.unknown(null))
            : Val.of(paths.step(Kind.ELEMENT, left.path(), null, element(left.type())));
      case Opcodes.LCMP:
        Held.Lock attempt = left.attempt() != null ? left.attempt() : right.attempt();
        return attempt == null ? Val.ONE : Val.attempt(1, attempt);
      case Opcodes.LALOAD, Opcodes.DALOAD, Opcodes.LADD, Opcodes.DADD, Opcodes.LSUB:
      case Opcodes.DSUB, Opcodes.LMUL, Opcodes.DMUL, Opcodes.LDIV, Opcodes.DDIV:
      case Opcodes.LREM, Opcodes.DREM, Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR:
      case Opcodes.LAND, Opcodes.LOR, Opcodes.LXOR:
        return Val.TWO;
      default:
        return Val.ONE;
    }
  }

  private static String element(String array) {
    if (array == null || !array.startsWith("[")) {
      return null;
    }
    String part = array.substring(1);
    return part.startsWith("L") ? part.substring(1, part.length() - 1) : part;
  }

  @Override
  public Val ternaryOperation(AbstractInsnNode at, Val a, Val b, Val c) {
    return null;
  }

  @Override
  public Val naryOperation(AbstractInsnNode at, List<? extends Val> values) {
    if (at instanceof MultiANewArrayInsnNode arrays) {
      return array(at, arrays.desc);
    }
    if (at instanceof InvokeDynamicInsnNode dynamic) {
      return dynamic(dynamic, values);
    }
    MethodInsnNode call = (MethodInsnNode) at;
    Type result = Type.getReturnType(call.desc);
    if (result == Type.VOID_TYPE) {
      return null;
    }
    Val receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? null : values.get(0);
    String type = Calls.receiverType(world, call, receiver);
    Meaning meaning = world.meanings().of(type, call.name, call.desc);
    if (!isReference(result)) {
      Held.Lock attempt = Calls.attempt(world, call, meaning, values);
      return attempt == null
          ? OneShots.result(call, values, number(result))
          : Val.attempt(result.getSize(), attempt);
    }
    Path path = result(call, meaning, values, name(result));
    return Val.of(path);
  }

  private Path result(
      MethodInsnNode call, Meaning meaning, List<? extends Val> values, String type) {
    boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
    if (instance && call.name.equals("readLock") && call.desc.startsWith("()")) {
      return paths.step(Kind.READ_VIEW, path(values.get(0)), null, type);
    }
    if (instance && call.name.equals("writeLock") && call.desc.startsWith("()")) {
      return paths.step(Kind.WRITE_VIEW, path(values.get(0)), null, type);
    }
    if (meaning.has(Effect.PARALLEL)) {
      return paths.step(Kind.PARALLEL, path(values.get(0)), null, type);
    }
    if (meaning.has(Effect.SEQUENTIAL)) {
      Path from = path(values.get(0));
      return from.is(Kind.PARALLEL) ? from.parent() : from;
    }
    if (meaning.has(Effect.SERIAL)) {
      return paths.made(method, code.indexOf(call), "serial", List.of());
    }
    if (!instance && holds(call)) {
      List<Path> items = new ArrayList<>();
      values.forEach(value -> items.add(path(value)));
      return paths.made(method, code.indexOf(call), "java/util/List", items);
    }
    Path same = subject(meaning.row(Effect.SAME), instance, values);
    if (same != null) {
      return same;
    }
    Path from = subject(meaning.row(Effect.ELEMENT), instance, values);
    if (from != null) {
      return from.is(Kind.ELEMENT) ? from : paths.step(Kind.ELEMENT, from, null, type);
    }
    return paths.result(method, code.indexOf(call), type);
  }

  /** Whether the call only puts its arguments into a new collection. */
  private static boolean holds(MethodInsnNode call) {
    boolean of = call.name.equals("of") || call.name.equals("asList") || call.name.equals("copyOf");
    return of
        && (call.owner.equals("java/util/List")
            || call.owner.equals("java/util/Set")
            || call.owner.equals("java/util/Arrays"));
  }

  private Path subject(ThreadRow row, boolean instance, List<? extends Val> values) {
    if (row == null) {
      return null;
    }
    int at = row.subject() == ThreadRow.THIS ? 0 : row.subject() + (instance ? 1 : 0);
    return at < 0 || at >= values.size() ? null : path(values.get(at));
  }

  Path path(Val value) {
    return value.path() == null ? paths.unknown(null) : value.path();
  }

  private Val dynamic(InvokeDynamicInsnNode call, List<? extends Val> values) {
    Type result = Type.getReturnType(call.desc);
    if (!call.bsm.getOwner().equals(METAFACTORY) || call.bsmArgs.length < 2) {
      return result == Type.VOID_TYPE
          ? null
          : isReference(result)
              ? Val.of(paths.result(method, code.indexOf(call), name(result)))
              : number(result);
    }
    Handle body = (Handle) call.bsmArgs[1];
    List<Path> captured = new ArrayList<>();
    for (Val value : values) {
      captured.add(path(value));
    }
    Path.Lambda lambda =
        new Path.Lambda(
            body.getOwner(),
            body.getName(),
            body.getDesc(),
            body.getTag() == Opcodes.H_INVOKESTATIC,
            body.getTag() == Opcodes.H_NEWINVOKESPECIAL,
            call.name);
    return Val.of(paths.lambda(method, code.indexOf(call), name(result), lambda, captured));
  }

  @Override
  public void returnOperation(AbstractInsnNode at, Val value, Val expected) {
    // Returns are read from the frames.
  }

  @Override
  public Val merge(Val a, Val b) {
    Val met = a.meet(b, paths);
    return met.equals(a) ? a : met;
  }
}
