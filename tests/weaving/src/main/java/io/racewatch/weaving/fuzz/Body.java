package io.racewatch.weaving.fuzz;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The statements of one generated method. The operand stack is empty between them. Ranges of
 * handlers are added after what is within them: the JVM takes the first that fits.
 */
final class Body implements Opcodes {
  private static final int SIZE = 60;
  private static final int KINDS = 18;

  private final MethodVisitor code;
  private final Bytes in;
  private final int version;
  private final Values values;
  private int size;
  private int line;
  private int held;

  /**
   * A method.
   *
   * @param version major version of the class file
   */
  Body(MethodVisitor code, Bytes in, int version, boolean isStatic) {
    this.code = code;
    this.in = in;
    this.version = version;
    this.values = new Values(code, in, isStatic, version);
  }

  void write() {
    values.locals();
    line();
    fuel();
    while (in.hasMore() && size < SIZE && in.below(32) != 31) {
      statement(3);
    }
    line();
    values.push(Values.INT, 2);
    code.visitInsn(IRETURN);
  }

  private void line() {
    Label here = new Label();
    code.visitLabel(here);
    code.visitLineNumber(++line, here);
  }

  /** if (--fuel < 0) throw new IllegalStateException("fuel"). */
  private void fuel() {
    Label enough = new Label();
    code.visitFieldInsn(GETSTATIC, Program.NAME, ProgramState.FUEL_FIELD.name(), "I");
    code.visitInsn(ICONST_1);
    code.visitInsn(ISUB);
    code.visitInsn(DUP);
    code.visitFieldInsn(PUTSTATIC, Program.NAME, ProgramState.FUEL_FIELD.name(), "I");
    code.visitJumpInsn(IFGE, enough);
    thrown("java/lang/IllegalStateException", "fuel");
    code.visitLabel(enough);
  }

  private void thrown(String type, String message) {
    code.visitTypeInsn(NEW, type);
    code.visitInsn(DUP);
    code.visitLdcInsn(message);
    code.visitMethodInsn(INVOKESPECIAL, type, "<init>", "(Ljava/lang/String;)V", false);
    code.visitInsn(ATHROW);
  }

  private void block(int depth) {
    int statements = 1 + in.below(3);
    for (int i = 0; i < statements; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    size++;
    line();
    int kind = depth <= 0 || size > SIZE ? in.below(9) : in.below(KINDS);
    switch (kind) {
      case 0, 1 -> values.storeLocal(in.below(Values.TYPES), 2);
      case 2, 3, 4 -> values.storeField(in.below(Values.TYPES), 2);
      case 5, 6 -> values.storeElement(2);
      case 7 -> values.call(2);
      case 8 -> values.copyArray();
      case 9 -> choice(depth - 1);
      case 10, 11 -> loop(depth - 1);
      case 12 -> locked(depth - 1);
      case 13 -> caught(depth - 1);
      case 14 -> finallyDone(depth - 1);
      case 15 -> switched(depth - 1);
      case 16 -> sweep();
      default -> leave();
    }
  }

  /**
   * Throws or returns, behind a condition: what follows stays reachable. A return under a monitor
   * would leave it locked, which the JVM punishes at a line that is nobody's.
   */
  private void leave() {
    Label on = new Label();
    values.push(Values.INT, 1);
    code.visitJumpInsn(IFNE, on);
    if (in.below(2) == 0 && held == 0) {
      values.push(Values.INT, 1);
      code.visitInsn(IRETURN);
    } else {
      thrown("java/lang/RuntimeException", "thrown " + line);
    }
    code.visitLabel(on);
  }

  private void choice(int depth) {
    Label other = new Label();
    Label end = new Label();
    if (in.below(3) == 0) {
      values.push(Values.OBJECT, 1);
      code.visitJumpInsn(in.below(2) == 0 ? IFNULL : IFNONNULL, other);
    } else {
      values.push(Values.INT, 2);
      values.push(Values.INT, 1);
      code.visitJumpInsn(IF_ICMPEQ + in.below(6), other);
    }
    block(depth);
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(other);
    block(depth);
    code.visitLabel(end);
  }

  private void loop(int depth) {
    int counter = values.newLocal();
    code.visitInsn(ICONST_0);
    code.visitVarInsn(ISTORE, counter);
    Label again = new Label();
    Label end = new Label();
    code.visitLabel(again);
    fuel();
    code.visitVarInsn(ILOAD, counter);
    values.push(Values.INT, 1);
    code.visitJumpInsn(IF_ICMPGE, end);
    block(depth);
    line();
    code.visitIincInsn(counter, 1 + in.below(2));
    code.visitJumpInsn(GOTO, again);
    code.visitLabel(end);
  }

  /** for (i = 0; i < a.length; i++) a[i] = a[i] + value: what is checked as a range. */
  private void sweep() {
    int array = values.newLocal();
    int counter = values.newLocal();
    values.push(Values.ARRAY, 1);
    code.visitVarInsn(ASTORE, array);
    code.visitIntInsn(BIPUSH, in.below(4) - 1);
    code.visitVarInsn(ISTORE, counter);
    Label again = new Label();
    Label end = new Label();
    code.visitLabel(again);
    code.visitVarInsn(ILOAD, counter);
    code.visitVarInsn(ALOAD, array);
    code.visitInsn(ARRAYLENGTH);
    code.visitJumpInsn(in.below(4) == 3 ? IF_ICMPGT : IF_ICMPGE, end);
    line();
    code.visitVarInsn(ALOAD, array);
    code.visitVarInsn(ILOAD, counter);
    if (in.below(2) == 0) {
      code.visitInsn(DUP2);
      code.visitInsn(IALOAD);
      values.push(Values.INT, 1);
      code.visitInsn(IADD);
    } else {
      values.push(Values.INT, 2);
    }
    code.visitInsn(IASTORE);
    if (in.below(4) == 3) {
      statement(0);
    }
    code.visitIincInsn(counter, 1 + in.below(2));
    code.visitJumpInsn(GOTO, again);
    code.visitLabel(end);
  }

  private void locked(int depth) {
    int lock = values.newLocal();
    values.push(Values.OBJECT, 1);
    code.visitInsn(DUP);
    code.visitVarInsn(ASTORE, lock);
    code.visitInsn(MONITORENTER);
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    Label end = new Label();
    code.visitLabel(from);
    held++;
    block(depth);
    held--;
    code.visitVarInsn(ALOAD, lock);
    code.visitInsn(MONITOREXIT);
    code.visitLabel(to);
    code.visitTryCatchBlock(from, to, handler, null);
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(handler);
    code.visitVarInsn(ALOAD, lock);
    code.visitInsn(MONITOREXIT);
    code.visitInsn(ATHROW);
    code.visitLabel(end);
  }

  private void caught(int depth) {
    String[] types = {
      "java/lang/NullPointerException",
      "java/lang/RuntimeException",
      "java/lang/IllegalMonitorStateException",
      "java/lang/Throwable"
    };
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    Label end = new Label();
    code.visitLabel(from);
    block(depth);
    code.visitLabel(to);
    code.visitTryCatchBlock(from, to, handler, types[in.below(types.length)]);
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(handler);
    code.visitMethodInsn(
        INVOKEVIRTUAL, "java/lang/Throwable", "getMessage", "()Ljava/lang/String;", false);
    code.visitFieldInsn(PUTSTATIC, Program.NAME, "so", ProgramState.OBJECT);
    block(depth);
    code.visitLabel(end);
  }

  /** A finally block: a subroutine in old class files, a copy in new ones. */
  private void finallyDone(int depth) {
    boolean subroutine = version < V1_5 && in.below(4) != 3;
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    Label end = new Label();
    Label routine = new Label();
    code.visitLabel(from);
    block(depth);
    code.visitLabel(to);
    code.visitTryCatchBlock(from, to, handler, null);
    if (subroutine) {
      code.visitJumpInsn(JSR, routine);
    } else {
      statement(0);
    }
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(handler);
    int thrown = values.newLocal();
    code.visitVarInsn(ASTORE, thrown);
    if (subroutine) {
      code.visitJumpInsn(JSR, routine);
    } else {
      statement(0);
    }
    code.visitVarInsn(ALOAD, thrown);
    code.visitInsn(ATHROW);
    if (subroutine) {
      int back = values.newLocal();
      code.visitLabel(routine);
      code.visitVarInsn(ASTORE, back);
      block(depth);
      code.visitVarInsn(RET, back);
    }
    code.visitLabel(end);
  }

  private void switched(int depth) {
    Label[] cases = {new Label(), new Label(), new Label()};
    Label other = new Label();
    Label end = new Label();
    values.push(Values.INT, 1);
    if (in.below(2) == 0) {
      code.visitTableSwitchInsn(0, cases.length - 1, other, cases);
    } else {
      code.visitLookupSwitchInsn(other, new int[] {-7, 1, 1000}, cases);
    }
    for (Label one : cases) {
      code.visitLabel(one);
      block(depth - 1);
      if (in.below(2) == 0) {
        code.visitJumpInsn(GOTO, end);
      }
    }
    code.visitLabel(other);
    block(depth - 1);
    code.visitLabel(end);
  }
}
