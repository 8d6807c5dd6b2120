package io.racewatch.instrument.jdk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What must be known of a class before its methods are visited a second time. */
final class ClassShape extends ClassVisitor {
  private static final String INTRINSIC = "Ljdk/internal/vm/annotation/IntrinsicCandidate;";

  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, Integer> maxLocals = new HashMap<>();
  private final Map<String, Set<Integer>> stored = new HashMap<>();
  private final Set<String> intrinsics = new HashSet<>();

  private ClassShape() {
    super(Opcodes.ASM9);
  }

  static ClassShape of(ClassReader reader) {
    ClassShape shape = new ClassShape();
    reader.accept(shape, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape;
  }

  /** Descriptor of a field that the class declares; null if it declares none. */
  String field(String name) {
    return fields.get(name);
  }

  /** The first local that a method does not use. */
  int freeLocal(String method) {
    return maxLocals.getOrDefault(method, 0);
  }

  /** Whether a method ever stores into a local. */
  boolean stores(String method, int local) {
    return stored.getOrDefault(method, Set.of()).contains(local);
  }

  /** Name and descriptor of each method that the JIT may replace. */
  Set<String> intrinsics() {
    return intrinsics;
  }

  /** Whether the JIT may replace a method: a hook in its body would be lost. */
  boolean intrinsic(String method) {
    return intrinsics.contains(method);
  }

  private void store(String method, int local) {
    Set<Integer> locals = stored.get(method);
    if (locals == null) {
      locals = new HashSet<>();
      stored.put(method, locals);
    }
    locals.add(local);
  }

  @Override
  public FieldVisitor visitField(int a, String name, String descriptor, String s, Object value) {
    fields.put(name, descriptor);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    String key = name + descriptor;
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        if (type.equals(INTRINSIC)) {
          intrinsics.add(key);
        }
        return null;
      }

      @Override
      public void visitVarInsn(int opcode, int local) {
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
          store(key, local);
        }
      }

      @Override
      public void visitIincInsn(int local, int increment) {
        store(key, local);
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        maxLocals.put(key, locals);
      }
    };
  }
}
