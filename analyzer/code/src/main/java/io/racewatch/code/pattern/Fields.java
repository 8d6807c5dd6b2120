package io.racewatch.code.pattern;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/** Reads and writes of fields, as the rules ask about them. */
final class Fields {
  private static final Set<String> IMMUTABLE =
      Set.of(
          "java/lang/String",
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/Class",
          "java/lang/ref/SoftReference",
          "java/lang/ref/WeakReference",
          "java/lang/reflect/Method",
          "java/lang/reflect/Constructor",
          "java/lang/reflect/Field",
          "java/math/BigInteger",
          "java/math/BigDecimal",
          "java/util/regex/Pattern",
          "java/net/URI",
          "java/io/File");

  private Fields() {}

  static FieldInsnNode read(MethodView method, int at) {
    int opcode = method.opcode(at);
    boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    return read ? (FieldInsnNode) method.insn(at) : null;
  }

  static FieldInsnNode write(MethodView method, int at) {
    int opcode = method.opcode(at);
    boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    return write ? (FieldInsnNode) method.insn(at) : null;
  }

  /** The object whose field an instruction writes; null for a static one. */
  static Value target(MethodView method, int write) {
    return method.opcode(write) == Opcodes.PUTFIELD ? method.flow().operand(write, 1) : null;
  }

  /** Whether a value was read from the variable that an instruction writes. */
  static boolean isOf(Value value, MethodView method, int write) {
    FieldInsnNode field = (FieldInsnNode) method.insn(write);
    Value target = target(method, write);
    if (!value.isField() || !value.name().equals(field.name)) {
      return false;
    }
    String owner = declaring(method, field);
    return target == null
        ? value.kind() == Value.Kind.STATIC && value.owner().equals(owner)
        : value.kind() == Value.Kind.FIELD
            && value.owner().equals(owner)
            && value.base().alike(target);
  }

  static String declaring(MethodView method, FieldInsnNode field) {
    FieldFact fact = method.owner().field(field);
    return fact == null ? field.owner : fact.owner().name();
  }

  static String name(MethodView method, FieldInsnNode field) {
    return declaring(method, field).replace('/', '.') + "." + field.name;
  }

  static boolean isVolatile(MethodView method, FieldInsnNode field) {
    FieldFact fact = method.owner().field(field);
    return fact != null && fact.isVolatile();
  }

  /** Whether the field is known and can change without others seeing it. */
  static boolean isPlain(MethodView method, FieldInsnNode field) {
    FieldFact fact = method.owner().field(field);
    return fact != null && !fact.isVolatile() && !fact.isFinal() && !fact.isSynthetic();
  }

  /** Whether nothing of an object of that class can be seen half made (JLS 17.5). */
  static boolean isImmutable(MethodView method, String descriptor) {
    if (!descriptor.startsWith("L")) {
      return false;
    }
    String type = descriptor.substring(1, descriptor.length() - 1);
    if (IMMUTABLE.contains(type)) {
      return true;
    }
    var header = method.owner().types().header(type);
    boolean plainObject = header != null && "java/lang/Object".equals(header.superName());
    return plainObject && !header.isInterface() && !header.jdk() && !header.hasPlainFields();
  }

  /** A jump that tests a value for null or zero; its value, or null. */
  static Value tested(MethodView method, int jump) {
    return switch (method.opcode(jump)) {
      case Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.IFEQ, Opcodes.IFNE ->
          method.flow().operand(jump, 0);
      default -> null;
    };
  }
}
