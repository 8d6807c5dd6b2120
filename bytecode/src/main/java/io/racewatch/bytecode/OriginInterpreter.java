package io.racewatch.bytecode;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Follows origins through one method and notes which arrays and library objects made in it may
 * leave it. One leaves when it is put anywhere but in a local, or when it meets another value: then
 * the merged value no longer says which it is.
 */
final class OriginInterpreter extends Interpreter<Origin> implements Opcodes {
  private static final String PRIMITIVES = "ZCFDBSIJ";
  private static final String STAMPED = "java/util/concurrent/locks/StampedLock";

  /** What begins an optimistic read. */
  private static final Set<String> BEGIN =
      Set.of("tryOptimisticRead", "tryConvertToOptimisticRead");

  private final MethodNode method;
  private final String owner;
  private final TypeIndex types;
  private final BitSet left = new BitSet();
  private boolean stampLeft;

  OriginInterpreter(String owner, MethodNode method, TypeIndex types) {
    super(ASM9);
    this.owner = owner;
    this.method = method;
    this.types = types;
  }

  /** Indices of allocating instructions whose objects may leave the method. */
  BitSet left() {
    return left;
  }

  /** Whether the stamp of an optimistic read that begins here may leave the method. */
  boolean stampLeft() {
    return stampLeft;
  }

  private void leave(Origin value) {
    if (value.kind() == Origin.Kind.FRESH) {
      left.set(value.allocation());
    }
    stampLeft |= value.kind() == Origin.Kind.STAMP;
  }

  @Override
  public Origin newValue(Type type) {
    if (type == null) {
      return Origin.NONE;
    }
    return type == Type.VOID_TYPE ? null : Origin.value(type.getDescriptor());
  }

  @Override
  public Origin newParameterValue(boolean isInstance, int local, Type type) {
    if (isInstance && local == 0) {
      boolean making = method.name.equals("<init>");
      return Origin.of(
          making ? Origin.Kind.UNINITIALIZED_THIS : Origin.Kind.THIS, type.getDescriptor());
    }
    return newValue(type);
  }

  @Override
  public Origin newOperation(AbstractInsnNode insn) {
    switch (insn.getOpcode()) {
      case LCONST_0, LCONST_1, DCONST_0, DCONST_1:
        return Origin.TWO;
      case LDC:
        return constant(((LdcInsnNode) insn).cst);
      case GETSTATIC:
        return field((FieldInsnNode) insn);
      case NEW:
        String made = ((TypeInsnNode) insn).desc;
        return LibraryObjects.isOne(made)
            ? fresh(insn, descriptor(made))
            : Origin.value(descriptor(made));
      default:
        return Origin.ONE;
    }
  }

  private static Origin constant(Object value) {
    if (value instanceof Long || value instanceof Double) {
      return Origin.TWO;
    }
    if (value instanceof ConstantDynamic constant) {
      return constant.getSize() == 2
          ? Origin.TWO
          : Origin.of(Origin.Kind.FOREIGN, constant.getDescriptor());
    }
    if (value instanceof Type type && type.getSort() == Type.OBJECT) {
      return Origin.classConstant(type.getInternalName());
    }
    return Origin.ONE;
  }

  private Origin field(FieldInsnNode insn) {
    Origin plain = Origin.value(insn.desc);
    if (plain.descriptor() == null) {
      return plain;
    }
    FieldFact fact = types.field(insn.owner, insn.name, insn.desc);
    if (fact != null && fact.isSynthetic() && insn.name.startsWith("$")) {
      return Origin.of(Origin.Kind.FOREIGN, insn.desc);
    }
    String declaring = fact == null ? insn.owner : fact.owner().name();
    return Origin.field(declaring, insn.name, insn.desc, fact != null && fact.isFinal());
  }

  @Override
  public Origin copyOperation(AbstractInsnNode insn, Origin value) {
    return value;
  }

  @Override
  public Origin unaryOperation(AbstractInsnNode insn, Origin value) {
    switch (insn.getOpcode()) {
      case ARRAYLENGTH, INSTANCEOF:
        return Origin.ONE;
      case IFNULL, IFNONNULL:
        return null;
      case CHECKCAST:
        return castTo(((TypeInsnNode) insn).desc, value);
      case NEWARRAY:
        char element = PRIMITIVES.charAt(((IntInsnNode) insn).operand - T_BOOLEAN);
        return fresh(insn, "[".concat(String.valueOf(element)));
      case ANEWARRAY:
        return fresh(insn, "[".concat(descriptor(((TypeInsnNode) insn).desc)));
      case GETFIELD:
        return field((FieldInsnNode) insn);
      case LNEG, DNEG, I2L, I2D, L2D, F2L, F2D, D2L:
        return Origin.TWO;
      default:
        leave(value);
        return Origin.ONE;
    }
  }

  private Origin castTo(String internalName, Origin value) {
    return value.as(descriptor(internalName));
  }

  private static String descriptor(String internalName) {
    return internalName.startsWith("[") ? internalName : "L".concat(internalName).concat(";");
  }

  private Origin fresh(AbstractInsnNode insn, String descriptor) {
    return Origin.fresh(method.instructions.indexOf(insn), descriptor);
  }

  @Override
  public Origin binaryOperation(AbstractInsnNode insn, Origin first, Origin second) {
    switch (insn.getOpcode()) {
      case AALOAD:
        return element(first);
      case LALOAD, DALOAD, LADD, DADD, LSUB, DSUB, LMUL, DMUL, LDIV, DDIV, LREM, DREM:
        return Origin.TWO;
      case LSHL, LSHR, LUSHR, LAND, LOR, LXOR:
        return Origin.TWO;
      case PUTFIELD:
        leave(second);
        return null;
      default:
        return Origin.ONE;
    }
  }

  private static Origin element(Origin array) {
    String type = array.descriptor();
    String inner = type != null && type.startsWith("[") ? type.substring(1) : null;
    switch (array.kind()) {
      case FIELD, ELEMENT:
        return Origin.element(array, inner);
      case FOREIGN:
        return Origin.of(Origin.Kind.FOREIGN, inner);
      default:
        return inner == null ? Origin.ONE : Origin.value(inner);
    }
  }

  @Override
  public Origin ternaryOperation(AbstractInsnNode insn, Origin array, Origin at, Origin value) {
    leave(value);
    return null;
  }

  /** {@code readWriteLock.readLock()} and the like: another face of the lock in the field. */
  private static boolean isViewOfLock(MethodInsnNode call) {
    return call.owner.startsWith("java/util/concurrent/locks/")
        && call.desc.startsWith("()L")
        && call.name.endsWith("Lock");
  }

  @Override
  public Origin naryOperation(AbstractInsnNode insn, List<? extends Origin> values) {
    if (insn instanceof MethodInsnNode call && call.owner.equals(STAMPED)) {
      return BEGIN.contains(call.name) ? Origin.STAMP : result(call);
    }
    if (insn instanceof MethodInsnNode call && LibraryObjects.keepsReceiver(call)) {
      leaveAll(values, 1);
      String again = LibraryObjects.receiverAgain(call);
      Origin receiver = values.get(0);
      boolean isFresh = receiver.kind() == Origin.Kind.FRESH;
      return again != null && isFresh ? receiver.as(again) : result(call);
    }
    leaveAll(values, 0);
    if (!values.isEmpty() && insn instanceof MethodInsnNode call && isViewOfLock(call)) {
      Origin lock = values.get(0);
      Origin.Kind kind = lock.kind();
      boolean named = kind == Origin.Kind.FIELD || kind == Origin.Kind.ELEMENT;
      return named ? lock.as(Type.getReturnType(call.desc).getDescriptor()) : result(call);
    }
    if (insn instanceof MultiANewArrayInsnNode array) {
      return fresh(insn, array.desc);
    }
    if (insn instanceof MethodInsnNode call) {
      return result(call);
    }
    return newValue(Type.getReturnType(((InvokeDynamicInsnNode) insn).desc));
  }

  private void leaveAll(List<? extends Origin> values, int first) {
    for (int i = first; i < values.size(); i++) {
      leave(values.get(i));
    }
  }

  private Origin result(MethodInsnNode call) {
    Origin plain = newValue(Type.getReturnType(call.desc));
    // Coverage tools keep probe arrays behind a method like $jacocoInit.
    if (call.name.startsWith("$") && call.owner.equals(owner) && call.desc.endsWith(")[Z")) {
      return Origin.of(Origin.Kind.FOREIGN, plain.descriptor());
    }
    return plain;
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, Origin value, Origin expected) {}

  @Override
  public Origin merge(Origin first, Origin second) {
    if (first.equals(second)) {
      return first;
    }
    Origin met = first.meet(second);
    if (met.kind() != Origin.Kind.NONE && met.kind() != Origin.Kind.STAMP) {
      leave(first);
      leave(second);
    }
    return met;
  }
}
