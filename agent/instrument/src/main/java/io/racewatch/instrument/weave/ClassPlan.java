package io.racewatch.instrument.weave;

import io.racewatch.bytecode.FactsReader;
import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.plan.Spared;
import io.racewatch.model.catalog.Catalog;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is woven into one class. */
final class ClassPlan extends ClassVisitor implements FactsReader.Client {
  private static final String INITIALIZER = Levels.key("<clinit>", "()V");

  private final ClassShape shape;
  private final TypeIndex types;
  private final Levels levels;
  private final FieldRules fields;
  private final FieldRules fieldsUnchecked;
  private final CallRules calls;
  private final CallRules callsUnchecked;
  private final Bridges bridges;
  private final Map<String, MethodPlan> methods = new HashMap<>();
  private String source;

  /** Whether a superclass or the like has an initializer. */
  private final boolean follows;

  /** Whether other classes can call private methods. */
  private boolean nested;

  private ClassPlan(
      ClassShape shape, TypeIndex types, Catalog catalog, Levels levels, Spared spared) {
    super(Opcodes.ASM9);
    this.shape = shape;
    this.types = types;
    this.levels = levels;
    this.follows = shape.hasClassConstants() && types.inheritsInitializer(shape.header());
    boolean checks = shape.mode().checks();
    this.fields = new FieldRules(shape, types, checks, follows, spared);
    this.fieldsUnchecked = new FieldRules(shape, types, false, follows, spared);
    this.calls = new CallRules(catalog, types, checks);
    this.callsUnchecked = new CallRules(catalog, types, false);
    this.bridges = new Bridges(calls);
  }

  static ClassPlan of(
      ClassReader reader,
      ClassShape shape,
      TypeIndex types,
      Catalog catalog,
      Levels levels,
      Spared spared) {
    ClassPlan plan = new ClassPlan(shape, types, catalog, levels, spared);
    reader.accept(plan, ClassReader.SKIP_FRAMES);
    plan.settleUses();
    Reaching.markUnderConstructors(plan.methods);
    FactsReader.read(reader, shape.name(), types, plan);
    levels.leave();
    return plan;
  }

  /**
   * An initializer that only fills the class's own fields needs no order but that of the fields.
   */
  private void settleUses() {
    boolean reaches = follows || Reaching.reachesOut(INITIALIZER, methods);
    boolean needed = shape.keepsInitializer() && reaches || keepsSupers();
    boolean excludes = reaches && shape.hasClassConstants() && methods.containsKey(INITIALIZER);
    for (MethodPlan method : methods.values()) {
      method.tellsUse = excludes && method.usesClass;
      method.excludesOthers = excludes && method.isInitializer();
      if (!needed) {
        method.usesClass = false;
      }
    }
  }

  ClassShape shape() {
    return shape;
  }

  TypeIndex types() {
    return types;
  }

  /** Whether the class must keep the clock of an initializer that it inherits. */
  boolean keepsSupers() {
    return follows && shape.keepsSupers();
  }

  FieldRules fields(boolean checks) {
    return checks ? fields : fieldsUnchecked;
  }

  CallRules calls(boolean checks) {
    return checks ? calls : callsUnchecked;
  }

  Bridges bridges() {
    return bridges;
  }

  /** The source file, or null. */
  String source() {
    return source;
  }

  @Override
  public void visitSource(String file, String debug) {
    source = file;
  }

  /** Null if the method stays as it is. */
  MethodPlan method(String name, String descriptor) {
    MethodPlan plan = methods.get(Levels.key(name, descriptor));
    return plan == null || plan.isEmpty() ? null : plan;
  }

  /** Whether no method is changed. */
  boolean isEmpty() {
    for (MethodPlan plan : methods.values()) {
      if (!plan.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    Level level = levels.of(name, descriptor);
    if (level == Level.NONE || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return null;
    }
    levels.enter(name, descriptor);
    MethodPlan plan = new MethodPlan(shape.name(), access, name, descriptor);
    boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    plan.tracksMonitor = isSynchronized && (!plan.isStatic() || shape.hasClassConstants());
    plan.tracksInitializer = plan.isInitializer() && shape.keepsInitializer();
    plan.followsSupers = plan.tracksInitializer && follows;
    plan.usesClass = isUse(plan);
    methods.put(Levels.key(name, descriptor), plan);
    return new MethodPlanner(this, plan, level == Level.FULL && shape.mode().checks());
  }

  /**
   * Whether the method runs only where the class is initialised, seen from the caller: then a
   * caller by {@code new}, a static call, reflection, or a handle is ordered after the initializer
   * (JLS 12.4.1, 12.4.2). Private static methods are called from within, where that is known.
   */
  private boolean isUse(MethodPlan method) {
    return method.isConstructor()
        || method.isStatic()
            && !method.isInitializer()
            && (!method.isPrivate() || nested && !method.isSynthetic());
  }

  @Override
  public void visitNestHost(String host) {
    nested = true;
  }

  @Override
  public void visitNestMember(String member) {
    nested = true;
  }

  @Override
  public boolean wants(String name, String descriptor) {
    MethodPlan plan = methods.get(Levels.key(name, descriptor));
    boolean wanted = plan != null && plan.needsFacts();
    if (wanted) {
      levels.enter(name, descriptor);
    } else if (plan != null) {
      plan.settle(MethodFacts.none());
    }
    return wanted;
  }

  @Override
  public void found(String name, String descriptor, MethodFacts facts) {
    methods.get(Levels.key(name, descriptor)).settle(facts);
  }
}
