package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.tape.HookTape;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

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
   * Without stack maps the verifier merges what is left in a local by loading the types; a type
   * that is missing must stay as harmless as it was.
   */
  @Test
  void whatHooksKeepIsNotMergedWhereBranchesMeet() throws ReflectiveOperationException {
    WeavingLoader loader = new WeavingLoader(n -> false, WeaveMode.loading(true));
    loader.give("old.Optional", optionalTypes());
    Class<?> type = loader.loadClass("old.Optional");
    assertThat(type.getDeclaredMethods()).hasSize(1);
    assertThat(loader.woven(type).bytes()).isNotNull();
  }

  /** {@code static void put(Map, boolean)} puts a value of a missing type, or of another one. */
  private static byte[] optionalTypes() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC, "old/Optional", null, "java/lang/Object", null);
    MethodVisitor code =
        type.visitMethod(Opcodes.ACC_STATIC, "put", "(Ljava/util/Map;Z)V", null, null);
    Label other = new Label();
    Label end = new Label();
    code.visitCode();
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitJumpInsn(Opcodes.IFEQ, other);
    put(code, "missing/One");
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(other);
    put(code, "missing/Other");
    code.visitLabel(end);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private static void put(MethodVisitor code, String type) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitLdcInsn("key");
    code.visitFieldInsn(Opcodes.GETSTATIC, type, "VALUE", "L" + type + ";");
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        "java/util/Map",
        "put",
        "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
        true);
    code.visitInsn(Opcodes.POP);
  }

  /**
   * {@code synchronized Object get()}: a subroutine that counts, called twice, the second time from
   * within a handler's range.
   */
  private static byte[] oldClass() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(
        Opcodes.V1_4,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        INTERNAL,
        null,
        "java/lang/Object",
        new String[] {"java/util/function/Supplier"});
    type.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_VOLATILE, "count", "I", null, null);
    type.visitField(Opcodes.ACC_PRIVATE, "last", "Ljava/lang/String;", null, null);
    constructor(type);
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED,
            "get",
            "()Ljava/lang/Object;",
            null,
            null);
    Label subroutine = new Label();
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    code.visitCode();
    code.visitTryCatchBlock(start, end, handler, null);
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.visitLabel(start);
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.visitLabel(end);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.DUP);
    code.visitFieldInsn(Opcodes.GETFIELD, INTERNAL, "count", "I");
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, "java/lang/String", "valueOf", "(I)Ljava/lang/String;", false);
    code.visitFieldInsn(Opcodes.PUTFIELD, INTERNAL, "last", "Ljava/lang/String;");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, INTERNAL, "last", "Ljava/lang/String;");
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(handler);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitInsn(Opcodes.ATHROW);
    subroutine(code, subroutine);
    code.visitMaxs(0, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private static void constructor(ClassWriter type) {
    MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void subroutine(MethodVisitor code, Label subroutine) {
    code.visitLabel(subroutine);
    code.visitVarInsn(Opcodes.ASTORE, 1);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.DUP);
    code.visitFieldInsn(Opcodes.GETFIELD, INTERNAL, "count", "I");
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IADD);
    code.visitFieldInsn(Opcodes.PUTFIELD, INTERNAL, "count", "I");
    code.visitVarInsn(Opcodes.RET, 1);
  }
}
