package io.racewatch.instrument.weave;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.runtime.Sites;
import io.racewatch.runtime.table.Beside;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** Writes one class as planned, and the members that go with it. */
final class ClassWeaver extends ClassVisitor {
  private static final int MEMBER =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;

  private final ClassPlan plan;
  private final ClassShape shape;
  private final Levels levels;
  private final List<AddedField> added = new ArrayList<>();
  private final List<String> huge = new ArrayList<>();
  private String source;

  ClassWeaver(ClassVisitor out, ClassPlan plan, Levels levels) {
    super(Opcodes.ASM9, out);
    this.plan = plan;
    this.shape = plan.shape();
    this.levels = levels;
  }

  /** Methods that the JVM will only interpret, by name and descriptor. */
  List<String> huge() {
    return huge;
  }

  /** Whether the class differs from what it was. */
  boolean changed() {
    return !added.isEmpty() || shape.keepsBeside() || plan.keepsSupers() || !plan.isEmpty();
  }

  @Override
  public void visitSource(String file, String debug) {
    source = file;
    super.visitSource(file, debug);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    String shadow = shape.shadow(name, new FieldFact(shape.header(), access));
    if (shadow != null) {
      int kind = access & Opcodes.ACC_STATIC;
      String prefix = shadow.equals(Names.CLOCK) ? Names.VOLATILE : Names.PREFIX;
      added.add(new AddedField(MEMBER | kind, prefix.concat(name), shadow));
    }
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    levels.enter(name, descriptor);
    MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodPlan method = plan.method(name, descriptor);
    if (method == null) {
      return out;
    }
    MethodSites sites = new MethodSites(shape, source, name, descriptor);
    if (!method.underConstructor) {
      sites.always(Sites.BUILT);
    }
    Code code = new Code(out, sites, method.maxLocals, shape.hasFrames());
    MethodVisitor weaver = new MethodWeaver(out, shape, method, code, huge);
    if (method.needsFrames() && shape.hasFrames()) {
      AnalyzerAdapter types = new AnalyzerAdapter(shape.name(), access, name, descriptor, weaver);
      code.follow(types);
      return types;
    }
    return weaver;
  }

  @Override
  public void visitEnd() {
    levels.leave();
    for (AddedField field : added) {
      super.visitField(field.access, field.name, field.descriptor, null, null).visitEnd();
    }
    if (shape.keepsBeside()) {
      super.visitField(MEMBER, Beside.FIELD, Names.OBJECT, null, null).visitEnd();
    }
    if (shape.keepsInitializer() || shape.keepsSupers()) {
      String name = shape.initializerField();
      super.visitField(initializerAccess(), name, Names.INIT_CLOCK, null, null).visitEnd();
    }
    super.visitEnd();
  }

  /** Fields of an interface are public static final; its initializer may set them. */
  private int initializerAccess() {
    int flags = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    return flags | (shape.header().isInterface() ? Opcodes.ACC_FINAL : Opcodes.ACC_TRANSIENT);
  }

  private record AddedField(int access, String name, String descriptor) {}
}
