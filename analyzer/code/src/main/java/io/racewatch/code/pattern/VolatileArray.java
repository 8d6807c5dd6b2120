package io.racewatch.code.pattern;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import org.objectweb.asm.Opcodes;

/** An element written through a volatile reference, as if that made the element volatile. */
final class VolatileArray implements PatternRule {
  @Override
  public Rule rule() {
    return Rule.VOLATILE_ARRAY;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.isInitializer()) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      int opcode = method.opcode(i);
      boolean stores = opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
      if (stores && method.isReached(i)) {
        Value array = method.flow().operand(i, 2);
        boolean shared = array.isField() && array.isPath() && isVolatile(method, array);
        if (shared && !method.owner().callers().cover(method, i) && !republished(method, array)) {
          report(method, i, array, to);
        }
      }
    }
  }

  private static boolean isVolatile(MethodView method, Value array) {
    FieldFact fact =
        array.type() == null
            ? null
            : method.owner().types().field(array.owner(), array.name(), array.type());
    return fact != null && fact.isVolatile();
  }

  /** The method sets the field as well: then the write of the reference publishes the element. */
  private static boolean republished(MethodView method, Value array) {
    for (int i = 0; i < method.size(); i++) {
      if (Fields.write(method, i) != null && method.isReached(i) && Fields.isOf(array, method, i)) {
        return true;
      }
    }
    return false;
  }

  private void report(MethodView method, int write, Value array, Sink to) {
    to.found(this, Certainty.LIKELY, LockNames.of(array, method) + "[]")
        .at(method, write, Operation.WRITE)
        .say(
            "an element written through a volatile reference in " + Sink.method(method),
            "Only the reference is volatile, its elements are plain: no lock and no volatile write"
                + " orders this write before a read of the element. Use an atomic array or a"
                + " VarHandle, or set the field to a changed copy.");
  }
}
