package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.LockRef;

/** What a lock or another object is called in a report: its field, else its class. */
final class LockNames {
  private LockNames() {}

  static LockRef of(MethodView method, Held held) {
    String mode = held.op().shared() ? "shared" : "exclusive";
    String type = className(held.lock(), method);
    return new LockRef(of(held.lock(), method), "", type, mode, method.frame(held.at()));
  }

  /** The name of what a value stands for. */
  static String of(Value value, MethodView method) {
    return switch (value.kind()) {
      case STATIC -> dots(value.owner()) + "." + value.name();
      case FIELD ->
          value.name().endsWith("()")
              ? ofGetter(value, method)
              : dots(value.owner()) + "." + value.name();
      case ELEMENT -> value.base().isField() ? of(value.base(), method) + "[]" : "an element";
      case CLASS -> dots(value.owner()) + ".class";
      default -> className(value, method);
    };
  }

  /** A lock is named after what gives it out, what an accessor reads after its class. */
  private static String ofGetter(Value value, MethodView method) {
    boolean lock = value.base().isField() && !value.name().startsWith("access$");
    return lock ? of(value.base(), method) : className(value, method);
  }

  private static String className(Value value, MethodView method) {
    String type = value.className();
    if (type.isEmpty()) {
      return value.kind() == Value.Kind.THIS ? method.owner().binaryName() : "java.lang.Object";
    }
    return dots(type);
  }

  private static String dots(String internalName) {
    return internalName.replace('/', '.');
  }
}
