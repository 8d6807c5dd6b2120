package com.example.programs;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** An agent that empties the void methods of one class, as a conflict of agents could. */
public final class Saboteur {
  private Saboteur() {}

  /** The argument is the class, with slashes. */
  public static void premain(String victim, Instrumentation instrumentation) {
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> type,
              ProtectionDomain domain,
              byte[] bytes) {
            return victim.equals(name) ? emptied(bytes) : null;
          }
        });
  }

  private static byte[] emptied(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                MethodVisitor method =
                    super.visitMethod(access, name, descriptor, signature, thrown);
                return descriptor.endsWith(")V") && !name.startsWith("<") ? empty(method) : method;
              }
            },
            0);
    return writer.toByteArray();
  }

  private static MethodVisitor empty(MethodVisitor method) {
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 16);
    method.visitEnd();
    return null;
  }
}
