package io.racewatch.instrument.weave;

/**
 * A method added to a class to stand for a method reference, so that the call in it is seen.
 *
 * @param opcode of the call in it
 * @param owner internal name of the class that was referred to
 * @param name the method that was referred to
 * @param called its descriptor
 * @param isInterface whether the owner is an interface
 * @param descriptor of the bridge: a receiver is its first parameter
 */
public record Bridge(
    int opcode, String owner, String name, String called, boolean isInterface, String descriptor) {
  boolean isSame(Bridge other) {
    return opcode == other.opcode
        && owner.equals(other.owner)
        && name.equals(other.name)
        && called.equals(other.called)
        && descriptor.equals(other.descriptor);
  }

  Call call() {
    return new Call(opcode, owner, name, called, isInterface);
  }
}
