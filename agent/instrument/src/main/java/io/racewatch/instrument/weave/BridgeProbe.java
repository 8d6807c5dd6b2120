package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * A method reference that is led through a bridge. Its class file is an argument of the call site,
 * which the runtime links.
 */
final class BridgeProbe extends Probe {
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "io/racewatch/runtime/MethodReferences",
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
          false);

  private final String name;
  private final String descriptor;
  private final Object[] arguments;
  private final Bridge bridge;
  private final BridgeClass made;

  /** Where the captured receiver came from; null if not known. */
  private Origin receiver;

  /**
   * A call site.
   *
   * @param arguments of the factory of lambdas
   */
  BridgeProbe(String name, String descriptor, Object[] arguments, Bridge bridge, BridgeClass made) {
    this.name = name;
    this.descriptor = descriptor;
    this.arguments = arguments;
    this.bridge = bridge;
    this.made = made;
  }

  private boolean capturesReceiver() {
    return !descriptor.startsWith("()");
  }

  @Override
  boolean needsFacts() {
    return capturesReceiver();
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    if (capturesReceiver()) {
      receiver = facts.operand(instruction, 0);
    }
    return true;
  }

  @Override
  void weave(Code code) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = made.text(bridge, receiver, code.sites.line());
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    code.out.visitInvokeDynamicInsn(name, descriptor, LINK, all);
  }
}
