package io.racewatch.instrument.weave;

import io.racewatch.bytecode.Origin;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The bridges of one class, numbered in the order in which its methods refer to them. */
final class Bridges {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final int SERIALIZABLE = 1;

  private final CallRules rules;
  private final boolean closed;
  private final List<Bridge> bridges;
  private final List<Place> places = new ArrayList<>();

  /** Where a bridge was first needed: its hooks are reported there. */
  static final class Place {
    final String method;
    final String descriptor;
    final int line;

    /** Where the captured receiver came from; null if not known, or several. */
    Origin receiver;

    private boolean named;

    Place(String method, String descriptor, int line) {
      this.method = method;
      this.descriptor = descriptor;
      this.line = line;
    }

    void receiver(Origin from) {
      receiver = named && !from.equals(receiver) ? null : from;
      named = true;
    }
  }

  Bridges(CallRules rules, WeaveMode mode) {
    this.rules = rules;
    this.closed = mode.bridges() != null;
    this.bridges = closed ? mode.bridges() : new ArrayList<>();
    for (int i = 0; i < bridges.size(); i++) {
      places.add(new Place("", "()V", 0));
    }
  }

  List<Bridge> all() {
    return bridges;
  }

  Place place(int number) {
    return places.get(number);
  }

  CallProbe probe(Bridge bridge) {
    return rules.referred(bridge.call());
  }

  /** What a call site refers to instead. */
  Handle handle(int number, ClassShape shape) {
    return new Handle(
        Opcodes.H_INVOKESTATIC,
        shape.name(),
        Names.BRIDGE + number,
        bridges.get(number).descriptor(),
        shape.header().isInterface());
  }

  /**
   * The number of the bridge for a lambda's call site, or -1 if it needs none.
   *
   * @param descriptor of the call site: what it captures
   */
  int find(String descriptor, Handle factory, Object[] arguments, Place from) {
    if (!factory.getOwner().equals(FACTORY)
        || arguments.length < 3
        || !(arguments[1] instanceof Handle target)
        || isSerializable(factory, arguments)) {
      return -1;
    }
    Call call = call(target);
    if (call == null || rules.referred(call) == null) {
      return -1;
    }
    return number(bridge(call, descriptor), from);
  }

  /** The names of the methods are written into serialised lambdas, and read back by name. */
  private static boolean isSerializable(Handle factory, Object[] arguments) {
    return factory.getName().equals("altMetafactory")
        && arguments.length > 3
        && arguments[3] instanceof Integer flags
        && (flags & SERIALIZABLE) != 0;
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

  /**
   * LambdaMetafactory wants captured parameters to have exactly the captured types: a captured
   * receiver gives its type to the bridge.
   */
  private static Bridge bridge(Call call, String descriptor) {
    String own = call.descriptor();
    if (!call.isStatic()) {
      Type[] captured = Type.getArgumentTypes(descriptor);
      Type receiver = captured.length > 0 ? captured[0] : call.receiver();
      own = "(".concat(receiver.getDescriptor()).concat(own.substring(1));
    }
    return new Bridge(
        call.opcode(), call.owner(), call.name(), call.descriptor(), call.isInterface(), own);
  }

  private int number(Bridge bridge, Place from) {
    for (int i = 0; i < bridges.size(); i++) {
      if (bridges.get(i).isSame(bridge)) {
        if (places.get(i).method.isEmpty()) {
          places.set(i, from);
        }
        return i;
      }
    }
    if (closed) {
      return -1;
    }
    bridges.add(bridge);
    places.add(from);
    return bridges.size() - 1;
  }
}
