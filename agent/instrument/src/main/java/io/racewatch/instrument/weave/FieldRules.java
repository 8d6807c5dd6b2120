package io.racewatch.instrument.weave;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.plan.Spared;
import io.racewatch.runtime.Sampling;

/** What is woven around a field instruction. */
final class FieldRules {
  private final ClassShape shape;
  private final TypeIndex types;
  private final Spared spared;
  private final boolean checks;
  private final boolean follows;

  /**
   * For one class.
   *
   * @param checks whether plain accesses are checked
   * @param follows whether a superclass or the like has an initializer
   * @param spared fields that need no checks
   */
  FieldRules(ClassShape shape, TypeIndex types, boolean checks, boolean follows, Spared spared) {
    this.spared = spared;
    this.shape = shape;
    this.types = types;
    this.checks = checks;
    this.follows = follows;
  }

  /**
   * The probe of an instruction, or null.
   *
   * @param initializing whether it stands in the initializer of the woven class
   */
  Probe of(FieldUse use, boolean initializing) {
    if (use.name().startsWith(Names.PREFIX)) {
      return null;
    }
    boolean elsewhere = use.isStatic() && !use.owner().equals(shape.name());
    if (!shape.mode().orders() && !elsewhere) {
      return null;
    }
    FieldFact fact = types.field(use.owner(), use.name(), use.descriptor());
    Probe probe = shape.mode().orders() ? of(use, fact, initializing) : null;
    return elsewhere && isUse(use, fact) ? new ClassUseProbe(use, probe) : probe;
  }

  /** Whether it may wait for the initializer of the class that the instruction names. */
  private boolean isUse(FieldUse use, FieldFact fact) {
    return fact != null
        && fact.owner().name().equals(use.owner())
        && fact.owner().hasInitializer()
        && !fact.owner().jdk()
        && shape.hasClassConstants();
  }

  private Probe of(FieldUse use, FieldFact fact, boolean initializing) {
    if (fact == null) {
      return other(use);
    }
    if (fact.isSynthetic() || fact.owner().isOverloaded(use.name())) {
      return null;
    }
    if (fact.isVolatile()) {
      return new VolatileProbe(use);
    }
    return use.isStatic() ? ofStatic(use, fact, initializing) : ofInstance(use, fact);
  }

  /** Whether plain accesses to the field are checked. */
  boolean checks(FieldUse use) {
    return checks && Sampling.watchesField(use.name());
  }

  /** Whether it reads a final field. */
  boolean readsFinal(FieldUse use) {
    FieldFact fact = use.isRead() ? types.field(use.owner(), use.name(), use.descriptor()) : null;
    return fact != null && fact.isFinal();
  }

  /** A static one keeps its hook, for the order of initialisation, also if it is not checked. */
  private Probe other(FieldUse use) {
    if (!checks || !use.isStatic() && !checks(use)) {
      return null;
    }
    return use.isStatic()
        ? new StaticProbe(use, StaticProbe.Kind.OTHER, null)
        : new FieldProbe(use, false);
  }

  private Probe ofInstance(FieldUse use, FieldFact fact) {
    if (fact.isFinal() || !checks(use) || spared.spares(fact, use.name(), shape.name())) {
      return null;
    }
    return new FieldProbe(use, isOwn(use, fact) && shape.shadow(use.name(), fact) != null);
  }

  /** Declared here and named so: then the shadow is sure to be found where the field is. */
  private boolean isOwn(FieldUse use, FieldFact fact) {
    return fact.owner().name().equals(shape.name()) && use.owner().equals(shape.name());
  }

  private Probe ofStatic(FieldUse use, FieldFact fact, boolean initializing) {
    boolean own = isOwn(use, fact) && shape.mode().members();
    boolean checked = checks(use) && !fact.isFinal();
    if (own) {
      checked = checked && !spared.spares(fact, use.name(), shape.name());
      boolean has = shape.keepsInitializer() || shape.keepsSupers() && follows;
      ClassShape ordered = has && !initializing && matters(use, fact) ? shape : null;
      if (checked) {
        return new StaticProbe(use, StaticProbe.Kind.OWN, ordered);
      }
      return ordered == null ? null : new StaticProbe(use, StaticProbe.Kind.OWN_ORDER, ordered);
    }
    if (checked) {
      return new StaticProbe(use, StaticProbe.Kind.OTHER, null);
    }
    boolean ordered =
        use.isRead() && fact.owner().hasInitializer() && !fact.owner().jdk() && matters(use, fact);
    return ordered ? new StaticProbe(use, StaticProbe.Kind.FINAL, null) : null;
  }

  /** Nothing is reached through a final primitive. */
  private static boolean matters(FieldUse use, FieldFact fact) {
    return !fact.isFinal() || Names.isReference(use.descriptor());
  }
}
