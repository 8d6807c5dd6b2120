package io.racewatch.instrument.weave;

import org.objectweb.asm.Opcodes;

/** An access to a static field, and the order that class initialisation gives (JLS 12.4.2). */
final class StaticProbe extends Probe {
  /** What is known of the field. */
  enum Kind {
    /** Declared by the woven class, with a shadow there. */
    OWN,
    /** Declared by the woven class; only the order of initialisation matters. */
    OWN_ORDER,
    /** A final reference of another class; only the order of initialisation matters. */
    FINAL,
    /** Any other. */
    OTHER
  }

  private final FieldUse use;
  private final Kind kind;
  private final ClassShape ordered;

  /**
   * An access.
   *
   * @param ordered the woven class if it has a clock of its initializer, and this is not the
   *     initializer; null otherwise
   */
  StaticProbe(FieldUse use, Kind kind, ClassShape ordered) {
    this.use = use;
    this.kind = kind;
    this.ordered = ordered;
  }

  @Override
  boolean isCheck() {
    return kind == Kind.OWN && ordered == null;
  }

  @Override
  int hooks() {
    return kind == Kind.OWN && ordered != null ? 2 : 1;
  }

  @Override
  void weave(Code code) {
    use.write(code);
    // … value, or … after a write
    if (ordered != null) {
      code.initOrder(ordered);
    }
    check(code);
  }

  private void check(Code code) {
    switch (kind) {
      case OWN:
        code.out.visitFieldInsn(
            Opcodes.GETSTATIC, use.owner(), Names.PREFIX + use.name(), Names.SHADOW);
        // … shadow
        code.hook(use.isRead() ? "readStatic" : "writeStatic", Names.SHADOW, use.site(code));
        // …
        break;
      case FINAL:
        code.hook("readStaticFinal", "", use.site(code));
        break;
      case OTHER:
        code.hook(use.isRead() ? "readStaticField" : "writeStaticField", "", use.site(code));
        break;
      default:
    }
  }
}
