package io.racewatch.instrument.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** A method reference that is led through a bridge. */
final class BridgeProbe extends Probe {
  private final String className;
  private final boolean inInterface;
  private final String name;
  private final String descriptor;
  private final Handle factory;
  private final Object[] arguments;
  private final int number;
  private final Bridge bridge;

  BridgeProbe(
      ClassShape shape,
      String name,
      String descriptor,
      Handle factory,
      Object[] arguments,
      int number,
      Bridge bridge) {
    this.className = shape.name();
    this.inInterface = shape.header().isInterface();
    this.name = name;
    this.descriptor = descriptor;
    this.factory = factory;
    this.arguments = arguments;
    this.number = number;
    this.bridge = bridge;
  }

  /** None here: the hooks are in the bridge. But the method has changed. */
  @Override
  int hooks() {
    return 1;
  }

  @Override
  void weave(Code code) {
    Object[] changed = arguments.clone();
    changed[1] =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            className,
            Names.BRIDGE + number,
            bridge.descriptor(),
            inInterface);
    code.out.visitInvokeDynamicInsn(name, descriptor, factory, changed);
  }
}
