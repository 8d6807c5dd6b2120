package com.example.programs;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * An agent that breaks one class: empties its void methods, as a conflict of agents could, or lets
 * every method throw; or lets allocations of all of the runtime fail, as on a full heap.
 */
public final class Saboteur {
  private static final String THROW = "throw:";
  private static final String STARVE = "starve:";
  private static final int NATIVE = Opcodes.ACC_NATIVE;

  private Saboteur() {}

  /**
   * The argument is the class, with slashes; after {@code throw:} its methods throw. Or {@code
   * starve:} and a jar with {@link StarvedRwIgnored}.
   */
  public static void premain(String argument, Instrumentation instrumentation) throws IOException {
    if (argument.startsWith(STARVE)) {
      String jar = argument.substring(STARVE.length());
      instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar));
      instrumentation.addTransformer(new Starving());
      return;
    }
    boolean throwing = argument.startsWith(THROW);
    String victim = throwing ? argument.substring(THROW.length()) : argument;
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> type,
              ProtectionDomain domain,
              byte[] bytes) {
            return victim.equals(name) ? broken(bytes, throwing) : null;
          }
        });
  }

  private static byte[] broken(byte[] bytes, boolean throwing) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                MethodVisitor method =
                    super.visitMethod(access, name, descriptor, signature, exceptions);
                if (name.startsWith("<") || (access & (Opcodes.ACC_ABSTRACT | NATIVE)) != 0) {
                  return method;
                }
                if (throwing) {
                  return thrown(method);
                }
                return descriptor.endsWith(")V") ? empty(method) : method;
              }
            },
            0);
    return writer.toByteArray();
  }

  private static MethodVisitor thrown(MethodVisitor method) {
    method.visitCode();
    method.visitTypeInsn(Opcodes.NEW, "java/lang/InternalError");
    method.visitInsn(Opcodes.DUP);
    method.visitLdcInsn("sabotage");
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/InternalError", "<init>", "(Ljava/lang/String;)V", false);
    method.visitInsn(Opcodes.ATHROW);
    method.visitMaxs(3, 16);
    method.visitEnd();
    return null;
  }

  private static MethodVisitor empty(MethodVisitor method) {
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 16);
    method.visitEnd();
    return null;
  }
}
