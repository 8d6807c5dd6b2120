package io.racewatch.instrument.jdk;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Hides our members from reflection: the two filters of {@code jdk.internal.reflect.Reflection}
 * first drop the names that start with {@code $rw$}. Woven once, no matter how many classes have
 * such members, and without holding or initialising any of them.
 */
final class MemberFilterWeaver {
  /** Internal name of the class to weave. */
  static final String TARGET = "jdk/internal/reflect/Reflection";

  private static final String FILTER = "io/racewatch/runtime/MemberFilter";

  private MemberFilterWeaver() {}

  static byte[] weave(byte[] original) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(visitor(writer), 0);
    return writer.toByteArray();
  }

  private static ClassVisitor visitor(ClassWriter writer) {
    return new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return switch (name + descriptor) {
          case "filterFields(Ljava/lang/Class;[Ljava/lang/reflect/Field;)"
                  + "[Ljava/lang/reflect/Field;" ->
              new Filtered(next, "fields", "[Ljava/lang/reflect/Field;");
          case "filterMethods(Ljava/lang/Class;[Ljava/lang/reflect/Method;)"
                  + "[Ljava/lang/reflect/Method;" ->
              new Filtered(next, "methods", "[Ljava/lang/reflect/Method;");
          default -> next;
        };
      }
    };
  }

  /** A static method whose second argument is filtered first. */
  private static final class Filtered extends MethodVisitor {
    private final String filter;
    private final String array;

    Filtered(MethodVisitor next, String filter, String array) {
      super(Opcodes.ASM9, next);
      this.filter = filter;
      this.array = array;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitVarInsn(Opcodes.ALOAD, 1); // members
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, FILTER, filter, "(" + array + ")" + array, false); // fewer
      super.visitVarInsn(Opcodes.ASTORE, 1); // -
    }
  }
}
