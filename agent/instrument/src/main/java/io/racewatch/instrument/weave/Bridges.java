package io.racewatch.instrument.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which method references of a class are led through bridges. */
final class Bridges {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final int SERIALIZABLE = 1;
  private static final int MARKERS = 2;
  private static final int MORE_TYPES = 4;
  private static final int PLAIN = 3;

  private final CallRules rules;

  Bridges(CallRules rules) {
    this.rules = rules;
  }

  CallProbe probe(Call call) {
    return rules.referred(call);
  }

  /**
   * The bridge for a lambda's call site, or null if it needs none.
   *
   * @param name of the interface's method
   * @param descriptor of the call site: what it captures, and the interface
   */
  Bridge find(String name, String descriptor, Handle factory, Object[] arguments) {
    if (!factory.getOwner().equals(FACTORY)
        || arguments.length < PLAIN
        || !(arguments[0] instanceof Type erased)
        || !(arguments[1] instanceof Handle target)
        || !(arguments[2] instanceof Type instantiated)
        || isSerializable(arguments)) {
      return null;
    }
    Call call = call(target);
    if (call == null || rules.referred(call) == null) {
      return null;
    }
    List<String> interfaces = new ArrayList<>();
    interfaces.add(Type.getReturnType(descriptor).getInternalName());
    List<String> types = new ArrayList<>();
    types.add(erased.getDescriptor());
    addMore(arguments, interfaces, types);
    return new Bridge(
        call,
        descriptor,
        interfaces.toArray(new String[0]),
        name,
        types,
        instantiated.getDescriptor());
  }

  /** The names of the methods are written into serialised lambdas, and read back by name. */
  private static boolean isSerializable(Object[] arguments) {
    return (flags(arguments) & SERIALIZABLE) != 0;
  }

  private static int flags(Object[] arguments) {
    return arguments.length > PLAIN && arguments[PLAIN] instanceof Integer flags ? flags : 0;
  }

  /** After the flags: a number and so many interfaces, a number and so many types. */
  private static void addMore(Object[] arguments, List<String> interfaces, List<String> types) {
    int at = PLAIN + 1;
    if ((flags(arguments) & MARKERS) != 0) {
      int end = at + (Integer) arguments[at] + 1;
      while (++at < end) {
        String marker = ((Type) arguments[at]).getInternalName();
        if (!interfaces.contains(marker)) {
          interfaces.add(marker);
        }
      }
    }
    if ((flags(arguments) & MORE_TYPES) != 0) {
      int end = at + (Integer) arguments[at] + 1;
      while (++at < end) {
        String type = ((Type) arguments[at]).getDescriptor();
        if (!types.contains(type)) {
          types.add(type);
        }
      }
    }
  }

  private static Call call(Handle target) {
    int opcode;
    switch (target.getTag()) {
      case Opcodes.H_INVOKEVIRTUAL:
        opcode = Opcodes.INVOKEVIRTUAL;
        break;
      case Opcodes.H_INVOKEINTERFACE:
        opcode = Opcodes.INVOKEINTERFACE;
        break;
      case Opcodes.H_INVOKESTATIC:
        opcode = Opcodes.INVOKESTATIC;
        break;
      default:
        return null;
    }
    return new Call(
        opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
  }
}
