package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import io.racewatch.runtime.Sites;
import org.objectweb.asm.Type;

/** A call of System.arraycopy; its hook comes after it, when the bounds are known to be good. */
final class CopyProbe extends Probe {
  private final Call call;
  private ArrayName array;

  CopyProbe(Call call) {
    this.call = call;
  }

  @Override
  boolean needsFacts() {
    return true;
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    Origin from = facts.operand(instruction, 4);
    Origin to = facts.operand(instruction, 2);
    array = name(from, to);
    return true;
  }

  /** One site stands for both arrays: a field is named only if it held both or made one. */
  private static ArrayName name(Origin from, Origin to) {
    ArrayName source = ArrayName.of(from, "java.lang.Object[]");
    ArrayName target = ArrayName.of(to, "java.lang.Object[]");
    if (source.isSame(target) || from.kind() == Origin.Kind.FRESH) {
      return target;
    }
    if (to.kind() == Origin.Kind.FRESH) {
      return source;
    }
    String descriptor = to.descriptor() == null ? from.descriptor() : to.descriptor();
    boolean isArray = descriptor != null && descriptor.startsWith("[");
    String type = isArray ? Type.getType(descriptor).getClassName() : "java.lang.Object[]";
    return new ArrayName(type, "", 0);
  }

  @Override
  void weave(Code code) {
    // … from fromPos to toPos length
    Operands operands = Operands.spill(code, call, false, 0);
    // …
    operands.reload(code);
    // … from fromPos to toPos length
    call.write(code);
    // …
    operands.reload(code);
    // … from fromPos to toPos length
    int site = code.sites.add(Sites.ELEMENT, array.owner(), array.field(), array.flags());
    code.hook("arraycopy", "Ljava/lang/Object;ILjava/lang/Object;II", site);
    // …
  }
}
