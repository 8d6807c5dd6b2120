package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import org.objectweb.asm.Opcodes;

/**
 * An access to a volatile field. The hook of a write comes before it and that of a read after it:
 * so whoever reads the value finds the writer's clock already published (JLS 17.4.4).
 */
final class VolatileProbe extends Probe {
  private final FieldUse use;

  VolatileProbe(FieldUse use) {
    this.use = use;
  }

  @Override
  boolean needsFacts() {
    return use.beforeSuper();
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    return !use.onUninitialized(facts, instruction);
  }

  @Override
  void weave(Code code) {
    switch (use.opcode()) {
      case Opcodes.GETFIELD:
        use.readKeepingObject(code);
        // … value object
        code.hook("volatileRead", "Ljava/lang/Object;", use.site(code));
        // … value
        break;
      case Opcodes.PUTFIELD:
        use.copyObject(code);
        // … object value object
        code.hook("volatileWrite", "Ljava/lang/Object;", use.site(code));
        // … object value
        use.write(code);
        // …
        break;
      case Opcodes.GETSTATIC:
        use.write(code);
        // … value
        code.hook("volatileReadStatic", "", use.site(code));
        break;
      default:
        code.hook("volatileWriteStatic", "", use.site(code));
        // … value
        use.write(code);
        // …
    }
  }
}
