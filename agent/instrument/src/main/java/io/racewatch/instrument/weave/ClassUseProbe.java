package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;

/** An access to a static field of another class, which waits for that one's initializer. */
final class ClassUseProbe extends Probe {
  private final FieldUse use;
  private final Probe inner;

  /**
   * An access.
   *
   * @param inner what else is woven around it, or null
   */
  ClassUseProbe(FieldUse use, Probe inner) {
    this.use = use;
    this.inner = inner;
  }

  @Override
  int hooks() {
    return inner == null ? 1 : inner.hooks() + 1;
  }

  @Override
  boolean needsFacts() {
    return inner != null && inner.needsFacts();
  }

  @Override
  boolean needsFrames() {
    return inner != null && inner.needsFrames();
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    return inner == null || inner.settle(facts, instruction);
  }

  @Override
  void weave(Code code) {
    if (inner == null) {
      use.write(code);
    } else {
      inner.weave(code);
    }
    // … value, or … after a write
    code.classUse(use.owner(), use.site(code));
  }
}
