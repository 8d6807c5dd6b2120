package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Methods near the limits of the class file. */
class SizeTest {
  private static final String INTERNAL = "big/Method";

  @Test
  void aMethodThatOnlyChecksMakeTooLargeKeepsItsSynchronisation() throws Exception {
    WeavingLoader loader = new WeavingLoader(n -> false, WeaveMode.loading(true));
    loader.give("big.Method", big(6_000));
    Class<?> type = loader.loadClass("big.Method");

    assertThat(loader.woven(type).left()).containsExactly("run()V: too large with checks");
    Runnable made = (Runnable) type.getDeclaredConstructor().newInstance();
    made.run();
    assertThat(type.getField("count").getInt(made)).isEqualTo(6_000);
  }

  @Test
  void aMethodThatTheJitGivesUpIsCounted() throws Exception {
    WeavingLoader loader = new WeavingLoader(n -> false, WeaveMode.loading(true));
    loader.give("big.Method", big(600));
    Class<?> type = loader.loadClass("big.Method");

    assertThat(loader.woven(type).huge()).containsExactly("run()V");
    assertThat(loader.woven(type).left()).isEmpty();
  }

  /** Adds to a field that many times; a branch jumps over all of it, and none is taken. */
  private static byte[] big(int additions) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    String[] interfaces = {"java/lang/Runnable"};
    type.visit(V17, ACC_PUBLIC, INTERNAL, null, "java/lang/Object", interfaces);
    type.visitField(ACC_PUBLIC, "count", "I", null, null);
    MethodVisitor code = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    code = type.visitMethod(ACC_PUBLIC | ACC_SYNCHRONIZED, "run", "()V", null, null);
    Label end = new Label();
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitJumpInsn(IFNULL, end);
    for (int i = 0; i < additions; i++) {
      code.visitVarInsn(ALOAD, 0);
      code.visitInsn(DUP);
      code.visitFieldInsn(GETFIELD, INTERNAL, "count", "I");
      code.visitInsn(ICONST_1);
      code.visitInsn(IADD);
      code.visitFieldInsn(PUTFIELD, INTERNAL, "count", "I");
    }
    code.visitLabel(end);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
