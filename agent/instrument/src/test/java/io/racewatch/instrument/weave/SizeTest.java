package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Methods near the limits of the class file. */
class SizeTest {
  private static final String INTERNAL = "big/Method";

  @Test
  void aMethodThatOnlyChecksMakeTooLargeKeepsItsSynchronisation() throws Exception {
    WeavingLoader loader = new WeavingLoader(n -> false, WeaveMode.loading(true));
    loader.give("big.Method", big(4_900));
    Class<?> type = loader.loadClass("big.Method");

    assertThat(loader.woven(type).left()).containsExactly("run()V: too large with checks");
    Runnable made = (Runnable) type.getDeclaredConstructor().newInstance();
    made.run();
    assertThat(type.getField("count").getInt(made)).isEqualTo(4_900);
  }

  @Test
  void aMethodThatTheJitGivesUpIsCounted() throws Exception {
    WeavingLoader loader = new WeavingLoader(n -> false, WeaveMode.loading(true));
    loader.give("big.Method", big(600));
    Class<?> type = loader.loadClass("big.Method");

    assertThat(loader.woven(type).huge()).containsExactly("run()V");
    assertThat(loader.woven(type).left()).isEmpty();
  }

  /**
   * Adds to a field that many times, by way of a cast, after which each has a check of its own; a
   * branch jumps over all of it, and none is taken.
   */
  private static byte[] big(int additions) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    String[] interfaces = {"java/lang/Runnable"};
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, INTERNAL, null, "java/lang/Object", interfaces);
    type.visitField(Opcodes.ACC_PUBLIC, "count", "I", null, null);
    MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    code =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED, "run", "()V", null, null);
    Label end = new Label();
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitJumpInsn(Opcodes.IFNULL, end);
    for (int i = 0; i < additions; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitTypeInsn(Opcodes.CHECKCAST, INTERNAL);
      code.visitInsn(Opcodes.DUP);
      code.visitFieldInsn(Opcodes.GETFIELD, INTERNAL, "count", "I");
      code.visitInsn(Opcodes.ICONST_1);
      code.visitInsn(Opcodes.IADD);
      code.visitFieldInsn(Opcodes.PUTFIELD, INTERNAL, "count", "I");
    }
    code.visitLabel(end);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
