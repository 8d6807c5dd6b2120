package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler makes, and that the JVM takes. */
class OddClassFileTest {
  private static final String INTERNAL = "odd/Nested";

  /** The JVM passes over what it does not know within code; beside the code the name means code. */
  @Test
  void anAttributeNamedCodeWithinCode() throws ReflectiveOperationException {
    WeavingLoader loader = new WeavingLoader(n -> false, WeaveMode.loading(true));
    loader.give("odd.Nested", nested());
    Class<?> type = loader.loadClass("odd.Nested");
    Supplier<?> made = (Supplier<?>) type.getDeclaredConstructor().newInstance();
    assertThat(made.get()).isNull();
    assertThat(loader.woven(type).bytes()).isNotNull();
  }

  private static byte[] nested() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String[] interfaces = {"java/util/function/Supplier"};
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, INTERNAL, null, "java/lang/Object", interfaces);
    writer.visitField(0, "value", "Ljava/lang/Object;", null, null).visitEnd();
    MethodVisitor init = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitCode();
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    init.visitEnd();
    MethodVisitor get =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "get", "()Ljava/lang/Object;", null, null);
    get.visitCode();
    get.visitVarInsn(Opcodes.ALOAD, 0);
    get.visitFieldInsn(Opcodes.GETFIELD, INTERNAL, "value", "Ljava/lang/Object;");
    get.visitInsn(Opcodes.ARETURN);
    get.visitMaxs(0, 0);
    get.visitAttribute(new Nested());
    get.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static final class Nested extends Attribute {
    Nested() {
      super("Code");
    }

    @Override
    public boolean isCodeAttribute() {
      return true;
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
      return new ByteVector().putShort(0);
    }
  }
}
