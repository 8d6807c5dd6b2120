package io.racewatch.code.finding;

import io.racewatch.model.CycleEdge;
import java.util.Set;

/**
 * The bytecode lets a thread ask for one lock while it holds another.
 *
 * @param edge the two locks, by the names of fields or classes, and where each is taken; the thread
 *     is null unless the code shows where it is started
 * @param gates names of single objects (static fields, classes) that are locked around both
 * @param clear whether the two names surely speak of the objects that others of these names are
 * @param main whether only the program's first thread does so
 */
public record PossibleOrder(CycleEdge edge, Set<String> gates, boolean clear, boolean main) {
  /** Copies the set. */
  public PossibleOrder {
    gates = Set.copyOf(gates);
  }

  /** Name of the lock that is held. */
  public String from() {
    return edge.holds().lock();
  }

  /** Name of the lock that is asked for. */
  public String to() {
    return edge.wants().lock();
  }
}
