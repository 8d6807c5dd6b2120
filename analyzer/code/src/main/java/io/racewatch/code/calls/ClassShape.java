package io.racewatch.code.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads all of a class but its code. */
final class ClassShape extends ClassVisitor {
  private final Map<String, ClassFacts.Field> fields = new HashMap<>();
  private final Map<String, Integer> methods = new HashMap<>();
  private final Map<String, String> annotations = new HashMap<>();
  private String name;
  private int access;
  private String superName;
  private List<String> interfaces = List.of();
  private String source = "";

  private ClassShape() {
    super(Opcodes.ASM9);
  }

  static ClassShape of(ClassReader reader) {
    ClassShape shape = new ClassShape();
    reader.accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    return shape;
  }

  @Override
  public void visit(
      int version, int flags, String internal, String sign, String parent, String[] types) {
    name = internal;
    access = flags;
    superName = parent;
    interfaces = types == null ? List.of() : List.of(types);
  }

  @Override
  public void visitSource(String file, String debug) {
    source = file == null ? "" : file;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new Notes(descriptor, annotations);
  }

  @Override
  public FieldVisitor visitField(
      int flags, String field, String descriptor, String signature, Object value) {
    Map<String, String> notes = new HashMap<>();
    fields.put(field, new ClassFacts.Field(field, descriptor, flags, notes));
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return new Notes(type, notes);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String method, String descriptor, String signature, String[] thrown) {
    methods.put(method + descriptor, flags);
    return null;
  }

  String name() {
    return name;
  }

  int access() {
    return access;
  }

  String superName() {
    return superName;
  }

  List<String> interfaces() {
    return interfaces;
  }

  String source() {
    return source;
  }

  Map<String, ClassFacts.Field> fields() {
    return fields;
  }

  Map<String, Integer> methods() {
    return methods;
  }

  Map<String, String> annotations() {
    return annotations;
  }
}
