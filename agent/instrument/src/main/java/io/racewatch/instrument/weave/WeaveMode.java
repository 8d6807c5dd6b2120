package io.racewatch.instrument.weave;

import java.util.List;

/**
 * How far a class may be changed.
 *
 * @param checks whether accesses to fields, arrays and library objects are checked
 * @param orders whether orders through volatile fields and class initializers are followed
 * @param members whether fields and methods may be added: not to a class that is loaded already
 * @param bridges the bridges that the class got when it was loaded, in their order; null: any
 */
public record WeaveMode(boolean checks, boolean orders, boolean members, List<Bridge> bridges) {
  /** The same with or without orders through variables. */
  public WeaveMode withOrders(boolean follow) {
    return new WeaveMode(checks, follow, members, bridges);
  }

  /** A class that is being loaded. */
  public static WeaveMode loading(boolean checks) {
    return new WeaveMode(checks, true, true, null);
  }

  /** A class that was woven when it was loaded: it must get the same members again. */
  public static WeaveMode again(boolean checks, List<Bridge> bridges) {
    return new WeaveMode(checks, true, true, bridges);
  }

  /** A class that was loaded unwoven. */
  public static WeaveMode loaded(boolean checks) {
    return new WeaveMode(checks, true, false, List.of());
  }
}
