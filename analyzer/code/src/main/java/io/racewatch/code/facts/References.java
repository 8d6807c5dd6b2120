package io.racewatch.code.facts;

import io.racewatch.code.api.Meaning;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Bodies for method references to library methods, as the lambda that does the same has one. */
public final class References {
  private static final int CALL = 0;
  private static final int SIZE = 2;

  private References() {}

  /**
   * A static method that makes the one call; its parameters are the receiver, if there is one, and
   * the arguments.
   *
   * @param code what the reference names
   * @param in the method that makes the reference
   * @param made the instruction that makes it
   * @param type the best that is known of the receiver's class
   */
  public static MethodBody body(
      Paths paths, Path.Lambda code, MethodBody in, int made, String type, Meaning meaning) {
    int opcode = code.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
    List<Path> arguments = new ArrayList<>();
    if (!code.isStatic()) {
      arguments.add(paths.param(1, type));
    }
    for (Type each : Type.getArgumentTypes(code.descriptor())) {
      boolean object = each.getSort() == Type.OBJECT || each.getSort() == Type.ARRAY;
      arguments.add(
          object ? paths.param(arguments.size() + 1, each.getInternalName()) : paths.unknown(null));
    }
    Event call =
        new Event.Call(
            CALL,
            line(in, made),
            Held.NONE,
            opcode,
            code.owner(),
            code.name(),
            code.descriptor(),
            arguments,
            type,
            meaning,
            null,
            null);
    BitSet ends = new BitSet();
    ends.set(SIZE - 1);
    return new MethodBody(
        in.owner(),
        "lambda$" + named(in),
        code.descriptor(),
        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
        List.of(call),
        new Flow(SIZE, ends, new BitSet(), new int[0], new int[0], false),
        Map.of());
  }

  /** As compilers name the bodies of lambdas. */
  private static String named(MethodBody in) {
    return switch (in.name()) {
      case "<init>" -> "new";
      case "<clinit>" -> "static";
      default -> in.name();
    };
  }

  /** The line of what is done with the reference first. */
  private static int line(MethodBody in, int made) {
    for (Event event : in.events()) {
      if (event.at() > made) {
        return event.line();
      }
    }
    return 0;
  }
}
