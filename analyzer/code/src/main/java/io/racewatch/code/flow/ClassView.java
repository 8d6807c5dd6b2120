package io.racewatch.code.flow;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.code.input.ClassFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** One class as the pattern rules see it. Used by one thread. */
public final class ClassView {
  private final ClassFile file;
  private final ClassNode tree;
  private final TypeIndex types;
  private final LockOps lockOps;
  private final Set<String> extended;
  private List<MethodView> methods;
  private FieldUses uses;
  private Callers callers;

  /**
   * Makes it.
   *
   * @param extended internal names of classes that are known to have subclasses
   */
  public ClassView(
      ClassFile file, ClassNode tree, TypeIndex types, LockOps lockOps, Set<String> extended) {
    this.file = file;
    this.tree = tree;
    this.types = types;
    this.lockOps = lockOps;
    this.extended = extended;
  }

  /** Internal name. */
  public String name() {
    return tree.name;
  }

  /** Name with dots. */
  public String binaryName() {
    return tree.name.replace('/', '.');
  }

  /** Source file; empty if unknown. */
  public String file() {
    return tree.sourceFile == null ? "" : tree.sourceFile;
  }

  /** Its tree; not to be changed. */
  public ClassNode tree() {
    return tree;
  }

  public TypeIndex types() {
    return types;
  }

  public LockOps lockOps() {
    return lockOps;
  }

  public boolean is(int flags) {
    return (tree.access & flags) != 0;
  }

  /** Whether it is or extends a type; internal name. */
  public boolean isA(String type) {
    return types.isSubtype(tree.name, type);
  }

  /** Whether one type is or extends another; internal names. */
  public boolean isA(String type, String of) {
    return types.isSubtype(type, of);
  }

  /** Whether a class of the program extends it. */
  public boolean isExtended() {
    return extended.contains(tree.name);
  }

  /** The field of an instruction; null if unknown. */
  public FieldFact field(FieldInsnNode insn) {
    return types.field(insn.owner, insn.name, insn.desc);
  }

  /** Methods that have code. */
  public List<MethodView> methods() {
    if (methods == null) {
      methods = new ArrayList<>();
      for (MethodNode method : tree.methods) {
        if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
          methods.add(new MethodView(this, method));
        }
      }
    }
    return methods;
  }

  /** Who reads and writes its fields, as far as the class itself shows it. */
  public FieldUses uses() {
    if (uses == null) {
      uses = new FieldUses(this);
    }
    return uses;
  }

  /** Which of its methods are only called with a lock held. */
  public Callers callers() {
    if (callers == null) {
      callers = new Callers(this);
    }
    return callers;
  }

  @Override
  public String toString() {
    return file.place();
  }
}
