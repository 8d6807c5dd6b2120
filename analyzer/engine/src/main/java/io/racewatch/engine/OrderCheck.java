package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.HappensBeforeGraph;

/** Checks each race a second time: no path may lead from one access to the other. */
final class OrderCheck {
  /** What the graph says of two accesses that the epochs call unordered. */
  enum Verdict {
    /** No path either way in the whole graph. */
    AGREES,
    /**
     * No path, but edges are missing from the record or there was no time, so it proves nothing.
     */
    UNKNOWN,
    /** A path: one of the two is wrong. */
    DISAGREES
  }

  private final RunData run;
  private final HappensBeforeGraph graph;
  private final Deadline deadline;
  private long disagreements;
  private boolean late;

  OrderCheck(RunData run, Deadline deadline) {
    this.run = run;
    this.graph = new HappensBeforeGraph(run.log);
    this.deadline = deadline;
  }

  Verdict check(Entry.Side earlier, Entry.Side later) {
    if (deadline.over()) {
      late = true;
      return Verdict.UNKNOWN;
    }
    var a = Refs.moment(earlier.at());
    var b = Refs.moment(later.at());
    if (graph.chain(a, b) != null || graph.chain(b, a) != null) {
      disagreements++;
      return Verdict.DISAGREES;
    }
    boolean whole = !run.log.cut() && run.log.edges() > 0 && graph.knows(a, b);
    return whole ? Verdict.AGREES : Verdict.UNKNOWN;
  }

  HappensBeforeGraph graph() {
    return graph;
  }

  /** How many races the graph denies. */
  long disagreements() {
    return disagreements;
  }

  /** Whether time ran out before all was checked. */
  boolean late() {
    return late;
  }
}
