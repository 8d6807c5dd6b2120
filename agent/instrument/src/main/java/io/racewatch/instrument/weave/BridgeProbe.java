package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import org.objectweb.asm.Handle;

/** A method reference that is led through a bridge. */
final class BridgeProbe extends Probe {
  private final String name;
  private final String descriptor;
  private final Handle factory;
  private final Object[] arguments;
  private final Bridges.Place place;

  /**
   * A call site.
   *
   * @param arguments refer to the bridge already
   */
  BridgeProbe(
      String name, String descriptor, Handle factory, Object[] arguments, Bridges.Place place) {
    this.name = name;
    this.descriptor = descriptor;
    this.factory = factory;
    this.arguments = arguments;
    this.place = place;
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
      place.receiver(facts.operand(instruction, 0));
    }
    return true;
  }

  @Override
  void weave(Code code) {
    code.out.visitInvokeDynamicInsn(name, descriptor, factory, arguments);
  }
}
