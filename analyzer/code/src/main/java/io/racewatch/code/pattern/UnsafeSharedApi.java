package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call, without a lock, on an object in a static field whose class says that each thread needs
 * its own: formats, calendars, digests, parsers.
 */
final class UnsafeSharedApi implements PatternRule {
  private static final List<String> TYPES =
      List.of(
          "java/text/Format",
          "java/util/Calendar",
          "java/text/Collator",
          "java/security/MessageDigest",
          "java/security/Signature",
          "javax/crypto/Cipher",
          "javax/crypto/Mac",
          "java/util/regex/Matcher",
          "java/nio/charset/CharsetEncoder",
          "java/nio/charset/CharsetDecoder",
          "java/util/zip/Deflater",
          "java/util/zip/Inflater",
          "javax/xml/parsers/DocumentBuilder",
          "javax/xml/parsers/SAXParser",
          "javax/xml/transform/Transformer",
          "javax/xml/xpath/XPath",
          "javax/xml/bind/Marshaller",
          "javax/xml/bind/Unmarshaller");

  /** Calls that neither change the object nor what it is halfway through. */
  private static final Set<String> HARMLESS =
      Set.of("clone", "hashCode", "equals", "toString", "toPattern", "getClass", "getAlgorithm");

  @Override
  public Rule rule() {
    return Rule.UNSAFE_SHARED_API;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.name().equals("<clinit>")) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      if (call != null && mayBe(call) && isShared(method, i, call)) {
        report(method, i, call, to);
      }
    }
  }

  private static boolean mayBe(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL
        && !HARMLESS.contains(call.name)
        && call.owner.startsWith("java");
  }

  private static boolean isShared(MethodView method, int at, MethodInsnNode call) {
    String type = typeOf(method, call.owner);
    return type != null
        && method.isReached(at)
        && method.receiver(at).kind() == Value.Kind.STATIC
        && !method.owner().callers().cover(method, at);
  }

  private static String typeOf(MethodView method, String owner) {
    for (String type : TYPES) {
      if (method.owner().isA(owner, type)) {
        return type;
      }
    }
    return null;
  }

  private void report(MethodView method, int at, MethodInsnNode call, Sink to) {
    Value object = method.receiver(at);
    String type = call.owner.replace('/', '.');
    to.found(this, Certainty.LIKELY, LockNames.of(object, method))
        .at(method, at, Operation.CALL)
        .say(
            call.name + " without a lock in " + Sink.method(method),
            "The object is in a static field, so every thread that comes here uses it, and "
                + type
                + " is not safe for use by several threads: results mix. Give each thread its own,"
                + " hold one lock around every use, or use a thread-safe class such as"
                + " java.time.format.DateTimeFormatter.");
  }
}
