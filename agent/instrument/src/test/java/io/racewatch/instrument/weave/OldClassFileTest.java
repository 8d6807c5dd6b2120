package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import io.racewatch.instrument.tape.HookTape;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Class files from before stack maps, with subroutines. */
class OldClassFileTest {
  private static final String NAME = "old.Subroutine";
  private static final String INTERNAL = "old/Subroutine";

  private final List<String> events;
  private final String result;

  OldClassFileTest() throws ReflectiveOperationException {
    WeavingLoader loader = new WeavingLoader(n -> false, WeaveMode.loading(true));
    loader.give(NAME, oldClass());
    Supplier<?> made = (Supplier<?>) loader.loadClass(NAME).getDeclaredConstructor().newInstance();
    HookTape.start();
    result = String.valueOf(made.get());
    events = HookTape.stop();
  }

  @Test
  void subroutinesAreWovenInSynchronizedMethods() {
    assertThat(result).isEqualTo("2");
    assertThat(events)
        .containsExactly(
            "acquire @Subroutine.",
            "volatileRead @Subroutine.count",
            "volatileWrite @Subroutine.count",
            "volatileRead @Subroutine.count",
            "volatileWrite @Subroutine.count",
            "volatileRead @Subroutine.count",
            "write @Subroutine.last",
            "read @Subroutine.last",
            "release @Subroutine.");
  }

  /**
   * {@code synchronized Object get()}: a subroutine that counts, called twice, the second time from
   * within a handler's range.
   */
  private static byte[] oldClass() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(
        V1_4,
        ACC_PUBLIC | ACC_SUPER,
        INTERNAL,
        null,
        "java/lang/Object",
        new String[] {"java/util/function/Supplier"});
    type.visitField(ACC_PRIVATE | ACC_VOLATILE, "count", "I", null, null);
    type.visitField(ACC_PRIVATE, "last", "Ljava/lang/String;", null, null);
    constructor(type);
    MethodVisitor code =
        type.visitMethod(ACC_PUBLIC | ACC_SYNCHRONIZED, "get", "()Ljava/lang/Object;", null, null);
    Label subroutine = new Label();
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    code.visitCode();
    code.visitTryCatchBlock(start, end, handler, null);
    code.visitJumpInsn(JSR, subroutine);
    code.visitLabel(start);
    code.visitJumpInsn(JSR, subroutine);
    code.visitLabel(end);
    code.visitVarInsn(ALOAD, 0);
    code.visitInsn(DUP);
    code.visitFieldInsn(GETFIELD, INTERNAL, "count", "I");
    code.visitMethodInsn(
        INVOKESTATIC, "java/lang/String", "valueOf", "(I)Ljava/lang/String;", false);
    code.visitFieldInsn(PUTFIELD, INTERNAL, "last", "Ljava/lang/String;");
    code.visitVarInsn(ALOAD, 0);
    code.visitFieldInsn(GETFIELD, INTERNAL, "last", "Ljava/lang/String;");
    code.visitInsn(ARETURN);
    code.visitLabel(handler);
    code.visitVarInsn(ASTORE, 2);
    code.visitJumpInsn(JSR, subroutine);
    code.visitVarInsn(ALOAD, 2);
    code.visitInsn(ATHROW);
    subroutine(code, subroutine);
    code.visitMaxs(0, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private static void constructor(ClassWriter type) {
    MethodVisitor code = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void subroutine(MethodVisitor code, Label subroutine) {
    code.visitLabel(subroutine);
    code.visitVarInsn(ASTORE, 1);
    code.visitVarInsn(ALOAD, 0);
    code.visitInsn(DUP);
    code.visitFieldInsn(GETFIELD, INTERNAL, "count", "I");
    code.visitInsn(ICONST_1);
    code.visitInsn(IADD);
    code.visitFieldInsn(PUTFIELD, INTERNAL, "count", "I");
    code.visitVarInsn(RET, 1);
  }
}
