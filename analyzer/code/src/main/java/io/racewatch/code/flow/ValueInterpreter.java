package io.racewatch.code.flow;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.code.flow.Value.Kind;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows {@link Value}s through one method. */
final class ValueInterpreter extends Interpreter<Value> implements Opcodes {
  private static final String LOCKS = "Ljava/util/concurrent/locks/";
  private static final String PRIMITIVES = "ZCFDBSIJ";

  private final InsnList code;
  private final TypeIndex types;

  ValueInterpreter(MethodNode method, TypeIndex types) {
    super(ASM9);
    this.code = method.instructions;
    this.types = types;
  }

  @Override
  public Value newValue(Type type) {
    if (type == null) {
      return Value.ONE;
    }
    return type == Type.VOID_TYPE ? null : Value.unknown(type.getSize()).as(type.getDescriptor());
  }

  @Override
  public Value newParameterValue(boolean isInstance, int local, Type type) {
    return isInstance && local == 0
        ? Value.self(type.getDescriptor())
        : Value.indexed(Kind.PARAMETER, type.getDescriptor(), local);
  }

  @Override
  public Value newExceptionValue(
      org.objectweb.asm.tree.TryCatchBlockNode block,
      org.objectweb.asm.tree.analysis.Frame<Value> handler,
      Type type) {
    return Value.indexed(Kind.COMPUTED, type.getDescriptor(), code.indexOf(block.handler));
  }

  @Override
  public Value newOperation(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
      return Value.constant("I", Integer.toString(opcode - ICONST_0));
    }
    return switch (opcode) {
      case ACONST_NULL -> Value.nothing();
      case LCONST_0, LCONST_1 -> Value.constant("J", Integer.toString(opcode - LCONST_0));
      case DCONST_0, DCONST_1 -> Value.constant("D", Integer.toString(opcode - DCONST_0));
      case FCONST_0, FCONST_1, FCONST_2 -> Value.constant("F", Integer.toString(opcode - FCONST_0));
      case BIPUSH, SIPUSH -> Value.constant("I", Integer.toString(((IntInsnNode) insn).operand));
      case LDC -> constant(((LdcInsnNode) insn).cst, at(insn));
      case GETSTATIC -> {
        FieldInsnNode field = (FieldInsnNode) insn;
        yield Value.ofStatic(field.desc, declaring(types, field), field.name, at(insn));
      }
      case NEW -> Value.indexed(Kind.NEW, descriptor(((TypeInsnNode) insn).desc), at(insn));
      default -> Value.ONE;
    };
  }

  private static Value constant(Object value, int at) {
    if (value instanceof Type type && type.getSort() <= Type.OBJECT) {
      return Value.ofClass(type.getSort() == Type.OBJECT ? type.getInternalName() : "");
    }
    if (value instanceof String text) {
      return Value.constant("Ljava/lang/String;", text);
    }
    if (value instanceof Number number) {
      String type =
          value instanceof Long
              ? "J"
              : value instanceof Double ? "D" : value instanceof Float ? "F" : "I";
      return Value.constant(type, number.toString());
    }
    if (value instanceof org.objectweb.asm.ConstantDynamic constant) {
      return Value.indexed(Kind.COMPUTED, constant.getDescriptor(), at);
    }
    return Value.ONE;
  }

  /** Internal name of the class that declares a field; that of the instruction if unknown. */
  static String declaring(TypeIndex types, FieldInsnNode field) {
    FieldFact fact = types.field(field.owner, field.name, field.desc);
    return fact == null ? field.owner : fact.owner().name();
  }

  private int at(AbstractInsnNode insn) {
    return code.indexOf(insn);
  }

  private static String descriptor(String internalName) {
    return internalName.startsWith("[") ? internalName : "L" + internalName + ";";
  }

  @Override
  public Value copyOperation(AbstractInsnNode insn, Value value) {
    return value;
  }

  @Override
  public Value unaryOperation(AbstractInsnNode insn, Value value) {
    switch (insn.getOpcode()) {
      case CHECKCAST:
        return value.as(descriptor(((TypeInsnNode) insn).desc));
      case GETFIELD:
        FieldInsnNode field = (FieldInsnNode) insn;
        return Value.ofField(field.desc, value, declaring(types, field), field.name, at(insn));
      case NEWARRAY:
        char element = PRIMITIVES.charAt(((IntInsnNode) insn).operand - T_BOOLEAN);
        return Value.indexed(Kind.NEW, "[" + element, at(insn));
      case ANEWARRAY:
        String inner = descriptor(((TypeInsnNode) insn).desc);
        return Value.indexed(Kind.NEW, "[" + inner, at(insn));
      case LNEG, I2L, F2L, D2L:
        return Value.indexed(Kind.COMPUTED, "J", at(insn));
      case DNEG, I2D, L2D, F2D:
        return Value.indexed(Kind.COMPUTED, "D", at(insn));
      default:
        return Value.indexed(Kind.COMPUTED, "I", at(insn));
    }
  }

  @Override
  public Value binaryOperation(AbstractInsnNode insn, Value first, Value second) {
    switch (insn.getOpcode()) {
      case IALOAD, FALOAD, AALOAD, BALOAD, CALOAD, SALOAD, LALOAD, DALOAD:
        return element(insn, first);
      case PUTFIELD:
        return null;
      case LADD, LSUB, LMUL, LDIV, LREM, LSHL, LSHR, LUSHR, LAND, LOR, LXOR:
        return Value.indexed(Kind.COMPUTED, "J", at(insn));
      case DADD, DSUB, DMUL, DDIV, DREM:
        return Value.indexed(Kind.COMPUTED, "D", at(insn));
      default:
        return Value.indexed(Kind.COMPUTED, "I", at(insn));
    }
  }

  private Value element(AbstractInsnNode insn, Value array) {
    int opcode = insn.getOpcode();
    String known = array.type();
    boolean typed = known != null && known.startsWith("[");
    String plain = opcode == LALOAD ? "J" : opcode == DALOAD ? "D" : opcode == AALOAD ? null : "I";
    return Value.ofElement(typed ? known.substring(1) : plain, array, at(insn));
  }

  @Override
  public Value ternaryOperation(AbstractInsnNode insn, Value array, Value index, Value value) {
    return null;
  }

  @Override
  public Value naryOperation(AbstractInsnNode insn, List<? extends Value> values) {
    String type;
    if (insn instanceof MultiANewArrayInsnNode array) {
      return Value.indexed(Kind.NEW, array.desc, at(insn));
    } else if (insn instanceof MethodInsnNode call) {
      type = Type.getReturnType(call.desc).getDescriptor();
    } else {
      type = Type.getReturnType(((InvokeDynamicInsnNode) insn).desc).getDescriptor();
    }
    if (type.startsWith(LOCKS) && values.size() == 1 && insn instanceof MethodInsnNode getter) {
      // What gives out a lock gives out the same each time, or it were no use.
      return Value.ofField(type, values.get(0), getter.owner, getter.name + "()", at(insn));
    }
    boolean accessor =
        values.size() == 1
            && insn.getOpcode() == INVOKESTATIC
            && ((MethodInsnNode) insn).name.startsWith("access$");
    if (accessor && !type.equals("V")) {
      // Older compilers read private fields of enclosing classes so.
      MethodInsnNode call = (MethodInsnNode) insn;
      return Value.ofField(type, values.get(0), call.owner, call.name + "()", at(insn));
    }
    return type.equals("V") ? null : Value.indexed(Kind.CALL, type, at(insn));
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, Value value, Value expected) {}

  @Override
  public Value merge(Value first, Value second) {
    if (first.equals(second)) {
      return first;
    }
    if (first.alike(second)) {
      return first.meet(second);
    }
    if (first.getSize() != second.getSize()) {
      return Value.ONE;
    }
    Value met = Value.unknown(first.getSize());
    boolean typed = first.type() != null && first.type().equals(second.type());
    return typed ? met.as(first.type()) : met;
  }
}
