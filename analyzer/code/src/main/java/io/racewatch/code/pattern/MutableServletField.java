package io.racewatch.code.pattern;

import io.racewatch.code.flow.ClassView;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.List;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/** A field of an object that serves all requests, changed by a request. */
final class MutableServletField implements PatternRule {
  private static final List<String> TYPES =
      List.of(
          "javax/servlet/Servlet",
          "jakarta/servlet/Servlet",
          "javax/servlet/Filter",
          "jakarta/servlet/Filter",
          "javax/servlet/http/HttpServlet",
          "jakarta/servlet/http/HttpServlet",
          "org/apache/struts/action/Action");

  private static final Pattern REQUEST =
      Pattern.compile("L(javax|jakarta)/servlet/(http/Http)?Servlet(Request|Response)(Wrapper)?;");

  @Override
  public Rule rule() {
    return Rule.MUTABLE_SERVLET_FIELD;
  }

  @Override
  public void check(ClassView type, Sink to) {
    boolean serves = !type.tree().methods.isEmpty() && TYPES.stream().anyMatch(type::isA);
    if (serves) {
      type.methods().stream().filter(MutableServletField::takesRequest).forEach(m -> check(m, to));
    }
  }

  private static boolean takesRequest(MethodView method) {
    return !method.isInitializer() && REQUEST.matcher(method.node().desc).find();
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      boolean candidate =
          method.opcode(i) == Opcodes.PUTFIELD
              && method.isReached(i)
              && method.flow().operand(i, 1).kind() == Value.Kind.THIS
              && !method.owner().callers().cover(method, i);
      if (candidate && Fields.isPlain(method, (FieldInsnNode) method.insn(i))) {
        to.found(this, Certainty.LIKELY, Fields.name(method, (FieldInsnNode) method.insn(i)))
            .at(method, i, Operation.WRITE)
            .say(
                "changed by a request in " + Sink.method(method),
                "One object serves all requests, in many threads at once: one request sees what"
                    + " another one wrote. Keep the value in a local variable, the request or the"
                    + " session.");
      }
    }
  }
}
