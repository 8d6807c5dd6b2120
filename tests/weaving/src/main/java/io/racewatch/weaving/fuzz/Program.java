package io.racewatch.weaving.fuzz;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A program made of the fuzzer's bytes: a class of four methods that use fields, arrays, monitors,
 * exceptions, subroutines and library objects, valid by the way it is made, that comes to an end
 * since it runs on fuel.
 */
final class Program {
  /** The class, with slashes and with dots alike. */
  static final String NAME = "FuzzedProgram";

  /** The method to call: {@code int m0(int, Object)}. */
  static final String ENTRY = "m0";

  static final String DESCRIPTOR = "(ILjava/lang/Object;)I";
  static final int METHODS = 4;
  private static final int[] VERSIONS = {
    Opcodes.V17, Opcodes.V1_8, Opcodes.V1_6, Opcodes.V1_4, Opcodes.V11, Opcodes.V1_1, Opcodes.V1_5
  };

  private Program() {}

  /** The class file; null where ASM cannot tell the stack of subroutines within one another. */
  static byte[] of(Bytes in) {
    try {
      return written(in);
    } catch (RuntimeException impossible) {
      return null;
    }
  }

  private static byte[] written(Bytes in) {
    int version = VERSIONS[in.below(VERSIONS.length)];
    boolean frames = (version & 0xFFFF) >= Opcodes.V1_6;
    ClassWriter writer =
        new ClassWriter(frames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS) {
          @Override
          protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object";
          }
        };
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    String[] interfaces = {"java/lang/Cloneable"};
    writer.visit(version, access, NAME, null, "java/lang/Object", interfaces);
    writer.visitSource("Fuzzed.java", null);
    ProgramState.write(writer);
    for (int i = 0; i < METHODS; i++) {
      method(writer, version, i, in);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Whether a method of that number has no receiver. */
  static boolean isStatic(int method) {
    return method % 2 == 1;
  }

  private static void method(ClassWriter writer, int version, int number, Bytes in) {
    int access = Opcodes.ACC_PUBLIC;
    if (isStatic(number)) {
      access |= Opcodes.ACC_STATIC;
    }
    if (in.below(3) == 2) {
      access |= Opcodes.ACC_SYNCHRONIZED;
    }
    MethodVisitor code = writer.visitMethod(access, "m" + number, DESCRIPTOR, null, null);
    code.visitCode();
    new Body(code, in, version & 0xFFFF, isStatic(number)).write();
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
