package io.racewatch.weaving.fuzz;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The expressions and assignments of one generated method. An expression leaves one value on the
 * operand stack; an assignment takes what it put there.
 */
final class Values implements Opcodes {
  /** Types of values. */
  static final int INT = 0;

  static final int LONG = 1;
  static final int DOUBLE = 2;
  static final int OBJECT = 3;
  static final int ARRAY = 4;
  static final int TYPES = 5;

  private static final int[] LOADS = {ILOAD, LLOAD, DLOAD, ALOAD, ALOAD};
  private static final int[] ZEROS = {ICONST_0, LCONST_0, DCONST_0, ACONST_NULL, ACONST_NULL};
  private static final List<List<ProgramState.State>> FIELDS =
      List.of(
          ProgramState.INTS,
          ProgramState.LONGS,
          ProgramState.DOUBLES,
          ProgramState.OBJECTS,
          ProgramState.ARRAYS);

  private final MethodVisitor code;
  private final Bytes in;
  private final boolean isStatic;
  private final int parameter;
  private final LibraryCalls library;
  private int locals;

  Values(MethodVisitor code, Bytes in, boolean isStatic, int version) {
    this.code = code;
    this.in = in;
    this.isStatic = isStatic;
    this.parameter = isStatic ? 0 : 1;
    this.locals = parameter + 2;
    this.library = new LibraryCalls(code, in, this, version);
  }

  /** Declares and clears a local of each type. */
  void locals() {
    for (int type = 0; type < TYPES; type++) {
      code.visitInsn(ZEROS[type]);
      code.visitVarInsn(LOADS[type] + ISTORE - ILOAD, local(type));
    }
    locals += 2 * TYPES;
  }

  /** A local that nothing else uses. */
  int newLocal() {
    return locals++;
  }

  private int local(int type) {
    return parameter + 2 + 2 * type;
  }

  void storeLocal(int type, int depth) {
    push(type, depth);
    code.visitVarInsn(LOADS[type] + ISTORE - ILOAD, local(type));
  }

  void storeField(int type, int depth) {
    List<ProgramState.State> fields = FIELDS.get(type);
    ProgramState.State field = fields.get(in.below(fields.size()));
    if (!field.isStatic()) {
      receiver();
    }
    push(type, depth);
    int opcode = field.isStatic() ? PUTSTATIC : PUTFIELD;
    code.visitFieldInsn(opcode, Program.NAME, field.name(), field.descriptor());
  }

  private void loadField(int type) {
    List<ProgramState.State> fields = FIELDS.get(type);
    ProgramState.State field = fields.get(in.below(fields.size()));
    if (!field.isStatic()) {
      receiver();
    }
    int opcode = field.isStatic() ? GETSTATIC : GETFIELD;
    code.visitFieldInsn(opcode, Program.NAME, field.name(), field.descriptor());
  }

  void storeElement(int depth) {
    push(ARRAY, depth);
    push(INT, 1);
    push(INT, depth);
    code.visitInsn(IASTORE);
  }

  /** Calls a method of the program or of a library and drops what it returns. */
  void call(int depth) {
    if (in.below(3) == 0) {
      callOwn(depth);
      code.visitInsn(POP);
    } else {
      library.call(depth);
    }
  }

  /** System.arraycopy, Arrays.fill, Arrays.sort. */
  void copyArray() {
    push(ARRAY, 1);
    switch (in.below(4)) {
      case 0 -> code.visitMethodInsn(INVOKESTATIC, "java/util/Arrays", "sort", "([I)V", false);
      case 1 -> {
        push(INT, 1);
        code.visitMethodInsn(INVOKESTATIC, "java/util/Arrays", "fill", "([II)V", false);
      }
      default -> {
        push(INT, 1);
        push(ARRAY, 1);
        push(INT, 1);
        push(INT, 1);
        String descriptor = "(Ljava/lang/Object;ILjava/lang/Object;II)V";
        code.visitMethodInsn(INVOKESTATIC, "java/lang/System", "arraycopy", descriptor, false);
      }
    }
  }

  /** Puts a value of the type on the operand stack. */
  void push(int type, int depth) {
    int kind = in.below(depth > 0 ? 10 : 4);
    switch (kind) {
      case 0, 1 -> constant(type);
      case 2 -> code.visitVarInsn(LOADS[type], local(type));
      case 3, 4, 5 -> loadField(type);
      default -> computed(type, depth - 1);
    }
  }

  private void constant(int type) {
    switch (type) {
      case INT -> code.visitIntInsn(SIPUSH, in.below(12) - 2);
      case LONG -> code.visitLdcInsn((long) in.next() - 3);
      case DOUBLE -> code.visitLdcInsn(in.next() / 4.0);
      case OBJECT -> object();
      default -> {
        code.visitIntInsn(BIPUSH, in.below(9) - 1);
        code.visitIntInsn(NEWARRAY, T_INT);
      }
    }
  }

  private void object() {
    switch (in.below(4)) {
      case 0 -> receiver();
      case 1 -> code.visitVarInsn(ALOAD, parameter + 1);
      case 2 -> code.visitLdcInsn("text");
      default -> code.visitInsn(ACONST_NULL);
    }
  }

  /** A program, or null, or a ClassCastException. */
  private void receiver() {
    int kind = in.below(8);
    if (kind < 4 && !isStatic) {
      code.visitVarInsn(ALOAD, 0);
    } else if (kind < 6) {
      code.visitFieldInsn(GETSTATIC, Program.NAME, "self", ProgramState.SELF);
    } else {
      code.visitVarInsn(ALOAD, kind == 6 ? parameter + 1 : local(OBJECT));
      code.visitTypeInsn(CHECKCAST, Program.NAME);
    }
  }

  private void computed(int type, int depth) {
    switch (type) {
      case INT -> computedInt(depth);
      case LONG -> {
        push(LONG, depth);
        push(LONG, depth - 1);
        code.visitInsn(in.below(6) == 5 ? LDIV : LADD + 4 * in.below(3));
      }
      case DOUBLE -> {
        push(DOUBLE, depth);
        push(DOUBLE, depth - 1);
        code.visitInsn(DADD + 4 * in.below(4));
      }
      case OBJECT -> computedObject(depth);
      default -> {
        push(in.below(2) == 0 ? ARRAY : OBJECT, depth);
        code.visitTypeInsn(CHECKCAST, "[I");
        if (in.below(2) == 0) {
          code.visitMethodInsn(INVOKEVIRTUAL, "[I", "clone", "()Ljava/lang/Object;", false);
          code.visitTypeInsn(CHECKCAST, "[I");
        }
      }
    }
  }

  private void computedInt(int depth) {
    switch (in.below(8)) {
      case 0, 1 -> {
        push(INT, depth);
        push(INT, depth);
        code.visitInsn(in.below(6) == 5 ? IDIV : IADD + 4 * in.below(3));
      }
      case 2 -> {
        push(ARRAY, depth);
        push(INT, depth);
        code.visitInsn(IALOAD);
      }
      case 3 -> {
        push(ARRAY, depth);
        code.visitInsn(ARRAYLENGTH);
      }
      case 4 -> {
        push(LONG, depth);
        code.visitInsn(L2I);
      }
      case 5 -> {
        push(OBJECT, depth);
        code.visitTypeInsn(INSTANCEOF, "java/lang/Number");
      }
      case 6 -> {
        push(DOUBLE, depth);
        code.visitInsn(D2I);
      }
      default -> callOwn(depth);
    }
  }

  private void computedObject(int depth) {
    switch (in.below(4)) {
      case 0 -> {
        push(INT, depth);
        String descriptor = "(I)Ljava/lang/String;";
        code.visitMethodInsn(INVOKESTATIC, "java/lang/String", "valueOf", descriptor, false);
      }
      case 1 -> push(ARRAY, depth);
      case 2 -> library.object(depth);
      default -> {
        receiver();
        String descriptor = "()Ljava/lang/Object;";
        code.visitMethodInsn(INVOKEVIRTUAL, Program.NAME, "copy", descriptor, false);
      }
    }
  }

  private void callOwn(int depth) {
    int method = in.below(Program.METHODS);
    boolean withoutReceiver = Program.isStatic(method);
    if (!withoutReceiver) {
      receiver();
    }
    push(INT, depth - 1);
    push(OBJECT, depth - 1);
    int opcode = withoutReceiver ? INVOKESTATIC : INVOKEVIRTUAL;
    code.visitMethodInsn(opcode, Program.NAME, "m" + method, Program.DESCRIPTOR, false);
  }
}
