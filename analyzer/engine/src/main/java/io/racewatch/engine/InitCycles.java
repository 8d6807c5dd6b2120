package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.HappensBeforeGraph;
import io.racewatch.graph.LockRequest;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lock cycles in which the initialisation of a class is one of the locks. A class is initialised
 * once, so no run shows both orders: one of the requests was made by the thread that ran the
 * initializers, in the place of another that used one of the classes later. So there is no schedule
 * of the same events, and such a cycle is likely at most.
 */
final class InitCycles {
  private static final String INIT = "initialisation of ";

  private final RunData run;
  private final HappensBeforeGraph others;

  /**
   * For one run.
   *
   * @param kinds the kinds of edges, but those of locks
   */
  InitCycles(RunData run, Set<String> kinds) {
    this.run = run;
    Set<String> some = new HashSet<>(kinds);
    some.remove("class-init"); // whoever comes first initialises
    this.others = new HappensBeforeGraph(run.log, some);
  }

  boolean isOne(List<LockRequest> cycle) {
    return cycle.stream().anyMatch(r -> isInit(r.lock()));
  }

  private boolean isInit(int lock) {
    Entry.Lock known = run.locks.get(lock);
    return known != null
        && known.className().equals("java.lang.Class")
        && known.name().startsWith(INIT);
  }

  /** Possible where other synchronisation put one before the other, or was not followed. */
  Certainty certainty(List<LockRequest> cycle, boolean blocks) {
    boolean all = run.meta("mode", "full").equals("full") && !run.log.cut() && !run.isLate();
    return all && blocks && !apart(cycle) ? Certainty.LIKELY : Certainty.POSSIBLE;
  }

  private boolean apart(List<LockRequest> cycle) {
    for (LockRequest a : cycle) {
      for (LockRequest b : cycle) {
        if (a != b && others.ordered(moment(a), moment(b))) {
          return true;
        }
      }
    }
    return false;
  }

  private io.racewatch.graph.Moment moment(LockRequest r) {
    return Refs.moment(run.acquires.get(r.id()).first());
  }

  String why(List<CycleEdge> edges, List<LockRequest> cycle) {
    String text =
        "The thread that runs a class's initializer keeps all others that use the class waiting"
            + " until it is over (JLS 12.4.2). If each thread comes first to its class, all wait"
            + " for ever: "
            + CycleText.holdsAndWants(edges, "wants")
            + ". A class is initialised once, so in this run one thread went through it all, and"
            + " another used a class when that was over; nothing that threads wait for put it"
            + " later.";
    if (apart(cycle)) {
      text += " In this run other synchronisation (not locks) put one before the other.";
    }
    return text
        + " Take what uses the other class, or takes the lock, out of an initializer, for example"
        + " into a holder class of its own.";
  }
}
