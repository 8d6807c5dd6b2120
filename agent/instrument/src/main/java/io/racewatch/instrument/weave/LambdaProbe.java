package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.runtime.Sites;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/**
 * A lambda of an interface that is initialised with the lambda's class: whoever makes one comes
 * after the initializer (JLS 12.4.1, 12.4.2).
 */
final class LambdaProbe extends Probe {
  private final String name;
  private final String descriptor;
  private final Handle factory;
  private final Object[] arguments;
  private final Probe inner;
  private final List<String> interfaces;

  /**
   * A call site.
   *
   * @param inner what else is woven around it, or null
   * @param interfaces those with an initializer
   */
  LambdaProbe(
      String name,
      String descriptor,
      Handle factory,
      Object[] arguments,
      Probe inner,
      List<String> interfaces) {
    this.name = name;
    this.descriptor = descriptor;
    this.factory = factory;
    this.arguments = arguments;
    this.inner = inner;
    this.interfaces = interfaces;
  }

  @Override
  int hooks() {
    return interfaces.size() + (inner == null ? 0 : inner.hooks());
  }

  @Override
  boolean needsFacts() {
    return inner != null && inner.needsFacts();
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    return inner == null || inner.settle(facts, instruction);
  }

  @Override
  void weave(Code code) {
    if (inner == null) {
      code.out.visitInvokeDynamicInsn(name, descriptor, factory, arguments);
    } else {
      inner.weave(code);
    }
    // … lambda
    for (String each : interfaces) {
      code.out.visitLdcInsn(Type.getObjectType(each));
      // … lambda class
      int site = code.sites.add(Sites.CALL, each, name, 0);
      code.hook(Names.SYNC_HOOKS, "initialized", "Ljava/lang/Object;", site);
      // … lambda
    }
  }
}
