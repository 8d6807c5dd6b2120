package com.example.programs;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Has each allocation in the runtime ask {@link StarvedRwIgnored} first. */
final class Starving implements ClassFileTransformer {
  /** Called where the JDK copies the same array itself, and throws if it cannot. */
  private static final String WITHIN_REFLECTION = "io/racewatch/runtime/MemberFilter";

  private static final String ASKED = StarvedRwIgnored.class.getName().replace('.', '/');

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
    if (!name.startsWith("io/racewatch/runtime/") && !name.startsWith("io/racewatch/format/")
        || name.equals(WITHIN_REFLECTION)) {
      return null;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String method,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                return new Asking(
                    super.visitMethod(access, method, descriptor, signature, exceptions));
              }
            },
            0);
    return writer.toByteArray();
  }

  private static final class Asking extends MethodVisitor {
    Asking(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    private void ask() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, ASKED, "allocating", "()V", false);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.ANEWARRAY) {
        ask();
      }
      super.visitTypeInsn(opcode, type);
      if (opcode == Opcodes.NEW) {
        ask(); // behind it, for stack maps name the instruction by its place
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      if (opcode == Opcodes.NEWARRAY) {
        ask();
      }
      super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      ask();
      super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (name.startsWith("copyOf") || name.equals("clone") || name.equals("valueOf")) {
        ask();
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }
}
