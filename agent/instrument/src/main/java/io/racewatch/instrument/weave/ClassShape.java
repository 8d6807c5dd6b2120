package io.racewatch.instrument.weave;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.FieldFact;
import io.racewatch.runtime.Sampling;

/**
 * The woven class and how far it is changed.
 *
 * @param version of the class file, minor and major
 * @param sites of its places
 */
record ClassShape(ClassHeader header, int version, WeaveMode mode, SiteBlock sites) {
  private static final int FRAMES_SINCE = 50;
  private static final int CLASS_CONSTANTS_SINCE = 49;
  private static final int FREE_NAMES_SINCE = 49;

  String name() {
    return header.name();
  }

  private int major() {
    return version & 0xFFFF;
  }

  /** Whether methods have stack maps. */
  boolean hasFrames() {
    return major() >= FRAMES_SINCE;
  }

  boolean hasClassConstants() {
    return major() >= CLASS_CONSTANTS_SINCE;
  }

  /** Whether names may be others than those of the Java language, as clocks of volatiles have. */
  private boolean hasFreeNames() {
    return major() >= FREE_NAMES_SINCE;
  }

  /** Whether the class keeps the clock of its initializer. */
  boolean keepsInitializer() {
    return mode.members() && mode.orders() && header.hasInitializer();
  }

  /**
   * Whether the class, which has no initializer of its own, can keep the clock of one that it
   * inherits. Told from the class file alone: a class that is woven again gets the same members.
   */
  boolean keepsSupers() {
    return mode.members()
        && mode.orders()
        && !header.hasInitializer()
        && !header.isInterface()
        && hasClassConstants()
        && inherits();
  }

  /**
   * Whether objects of the class get a place for what is kept of them: where its superclass, being
   * of the JDK, gives them none. Told from the class file alone, like {@link #keepsSupers}.
   */
  boolean keepsBeside() {
    return mode.members()
        && !header.isInterface()
        && header.superName() != null
        && Names.isJava(header.superName());
  }

  private boolean inherits() {
    String parent = header.superName();
    boolean inherits = parent != null && !Names.isJava(parent);
    for (String type : header.interfaces()) {
      inherits |= !Names.isJava(type);
    }
    return inherits;
  }

  /** Name of the field that holds the clock of the initializer. */
  String initializerField() {
    if (keepsSupers()) {
      return Names.SUPERS;
    }
    return header.isInterface() && !header.hasDefaults() ? Names.CLINIT_ALONE : Names.CLINIT;
  }

  /** Type of the shadow of a field that this class declares, or null if it has none. */
  String shadow(String field, FieldFact fact) {
    if (!mode.members()
        || !mode.orders()
        || fact.isFinal()
        || fact.isSynthetic()
        || field.startsWith(Names.PREFIX)
        || header.isOverloaded(field)) {
      return null;
    }
    if (fact.isVolatile()) {
      return hasFreeNames() ? Names.CLOCK : null;
    }
    return mode.checks() && Sampling.watchesField(field) ? Names.SHADOW : null;
  }
}
