package io.racewatch.code.pattern;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.code.flow.FieldUses;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import org.objectweb.asm.tree.MethodInsnNode;

/** Fields that hold what {@code Collections.synchronizedX} returned. */
final class SynchronizedViews {
  private SynchronizedViews() {}

  /** Whether nothing but a synchronized view is ever put into a final field of the class. */
  static boolean is(MethodView method, Value object) {
    FieldFact fact = method.owner().types().field(object.owner(), object.name(), object.type());
    boolean own = object.owner().equals(method.owner().name());
    if (fact == null || !fact.isFinal() || !own) {
      return false;
    }
    int writes = 0;
    for (FieldUses.Use use : method.owner().uses().of(object.owner(), object.name())) {
      if (use.write() && use.method().isReached(use.insn())) {
        Value put = use.method().flow().operand(use.insn(), 0);
        boolean call = put.kind() == Value.Kind.CALL && put.index() >= 0;
        MethodInsnNode made = call ? use.method().call(put.index()) : null;
        if (made == null
            || !made.owner.equals("java/util/Collections")
            || !made.name.startsWith("synchronized")) {
          return false;
        }
        writes++;
      }
    }
    return writes > 0;
  }
}
