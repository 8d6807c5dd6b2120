package io.racewatch.instrument.weave;

/**
 * How far a class may be changed.
 *
 * @param checks whether accesses to fields, arrays and library objects are checked
 * @param orders whether orders through volatile fields and class initializers are followed
 * @param members whether fields and methods may be added: not to a class that is loaded already
 */
public record WeaveMode(boolean checks, boolean orders, boolean members) {
  /** The same with or without orders through variables. */
  public WeaveMode withOrders(boolean follow) {
    return new WeaveMode(checks, follow, members);
  }

  /** A class that is being loaded, or woven again: it must get the same members again. */
  public static WeaveMode loading(boolean checks) {
    return new WeaveMode(checks, true, true);
  }

  /** A class that was loaded unwoven. */
  public static WeaveMode loaded(boolean checks) {
    return new WeaveMode(checks, true, false);
  }
}
