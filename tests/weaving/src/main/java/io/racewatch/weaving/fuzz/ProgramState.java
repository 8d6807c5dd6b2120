package io.racewatch.weaving.fuzz;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_VOLATILE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SIPUSH;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The fields of a generated program, and the constructor and initialiser that fill them. */
final class ProgramState {
  static final String OBJECT = "Ljava/lang/Object;";
  static final String SELF = "L" + Program.NAME + ";";
  static final int FUEL = 400;
  private static final int LENGTH = 5;

  /** A field; static ones begin with {@code s}. */
  record State(String name, String descriptor, int access) {
    boolean isStatic() {
      return name.charAt(0) == 's';
    }
  }

  /** Fields of every type that methods use. */
  static final List<State> INTS =
      List.of(
          new State("f", "I", ACC_PRIVATE),
          new State("sf", "I", 0),
          new State("v", "I", ACC_VOLATILE),
          new State("sv", "I", ACC_VOLATILE),
          new State("b", "B", ACC_PUBLIC),
          new State("h", "S", 0),
          new State("c", "C", 0),
          new State("z", "Z", 0));

  static final List<State> LONGS =
      List.of(new State("j", "J", 0), new State("sj", "J", 0), new State("w", "J", ACC_VOLATILE));
  static final List<State> DOUBLES = List.of(new State("d", "D", 0), new State("sd", "D", 0));
  static final List<State> OBJECTS =
      List.of(new State("o", OBJECT, 0), new State("so", OBJECT, 0), new State("u", OBJECT, 0x40));
  static final List<State> ARRAYS =
      List.of(new State("a", "[I", 0), new State("sa", "[I", 0), new State("q", "[I", 0));
  static final State SELF_FIELD = new State("self", SELF, 0);
  static final State FUEL_FIELD = new State("sfuel", "I", 0);
  private static final List<State> OTHERS =
      List.of(
          SELF_FIELD,
          FUEL_FIELD,
          new State("smap", "Ljava/util/HashMap;", 0),
          new State("slist", "Ljava/util/ArrayList;", 0),
          new State("slock", "Ljava/util/concurrent/locks/ReentrantLock;", 0),
          new State("satom", "Ljava/util/concurrent/atomic/AtomicInteger;", 0),
          new State("squeue", "Ljava/util/concurrent/ConcurrentLinkedQueue;", 0),
          new State("stext", "Ljava/lang/StringBuffer;", 0));

  private ProgramState() {}

  static void write(ClassWriter writer) {
    for (List<State> fields : List.of(INTS, LONGS, DOUBLES, OBJECTS, ARRAYS, OTHERS)) {
      for (State field : fields) {
        int access = field.access | (field.isStatic() ? ACC_STATIC : 0);
        writer.visitField(access, field.name, field.descriptor, null, null).visitEnd();
      }
    }
    constructor(writer);
    initialiser(writer);
    copy(writer);
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    // this.f = 7, before super(), as inner classes do
    code.visitVarInsn(ALOAD, 0);
    code.visitIntInsn(Opcodes.BIPUSH, 7);
    code.visitFieldInsn(PUTFIELD, Program.NAME, "f", "I");
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitVarInsn(ALOAD, 0);
    code.visitIntInsn(SIPUSH, LENGTH);
    code.visitIntInsn(NEWARRAY, Opcodes.T_INT);
    code.visitFieldInsn(PUTFIELD, Program.NAME, "a", "[I");
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ALOAD, 0);
    code.visitFieldInsn(PUTFIELD, Program.NAME, "o", OBJECT);
    code.visitVarInsn(ALOAD, 0);
    code.visitFieldInsn(PUTSTATIC, Program.NAME, "self", SELF);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void initialiser(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitIntInsn(SIPUSH, FUEL);
    code.visitFieldInsn(PUTSTATIC, Program.NAME, FUEL_FIELD.name, "I");
    code.visitIntInsn(SIPUSH, LENGTH + 3);
    code.visitIntInsn(NEWARRAY, Opcodes.T_INT);
    code.visitFieldInsn(PUTSTATIC, Program.NAME, "sa", "[I");
    for (State field : OTHERS.subList(2, OTHERS.size())) {
      String type = field.descriptor.substring(1, field.descriptor.length() - 1);
      code.visitTypeInsn(NEW, type);
      code.visitInsn(DUP);
      code.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
      code.visitFieldInsn(PUTSTATIC, Program.NAME, field.name, field.descriptor);
    }
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** {@code Object copy()}: a clone. */
  private static void copy(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC, "copy", "()" + OBJECT, null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "clone", "()" + OBJECT, false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
