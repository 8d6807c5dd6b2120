package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The orders in which runs took locks, by the names of the locks. Filled by one thread. */
final class SeenOrders {
  /** Ways to one order that are kept: each by another thread. */
  private static final int KEPT = 4;

  private static final int MOST = 20_000;

  private final Map<String, Map<String, List<Seen>>> byNames = new TreeMap<>();
  private int runs;
  private int size;

  /**
   * An order that was seen.
   *
   * @param edge with the stacks
   * @param run number of the run
   * @param thread number of the thread in it
   * @param main whether that is the program's first thread
   * @param others locks that were held beside, by their numbers in the run; those in a mode that
   *     others can share are left out
   * @param gates the same by their names
   * @param timed whether the thread gives up after a time
   */
  record Seen(
      CycleEdge edge,
      int run,
      int thread,
      boolean main,
      Set<Integer> others,
      Set<String> gates,
      boolean timed) {}

  /** Adds those of a run. */
  void add(RunData run) {
    runs++;
    Refs refs = new Refs(run);
    for (Entry.Acquire acquire : run.acquires.values()) {
      boolean again = false;
      for (Entry.Held held : acquire.held()) {
        again |= held.lock() == acquire.lock();
      }
      if (!again && !"never".equals(acquire.waits())) {
        for (Entry.Held held : acquire.held()) {
          add(seen(run, refs, acquire, held));
        }
      }
    }
  }

  private Seen seen(RunData run, Refs refs, Entry.Acquire acquire, Entry.Held held) {
    int thread = run.log.threadOf(Refs.moment(acquire.first()));
    List<Frame> wantsAt = Refs.frames(acquire.stack());
    Frame top = wantsAt.isEmpty() ? null : wantsAt.get(0);
    LockRef wants = refs.lock(acquire.lock(), acquire.mode(), top);
    Set<Integer> others = new HashSet<>();
    Set<String> gates = new HashSet<>();
    for (Entry.Held each : acquire.held()) {
      if (each.lock() != held.lock() && !"shared".equals(each.mode())) {
        others.add(each.lock());
        gates.add(refs.lockName(each.lock()));
      }
    }
    CycleEdge edge =
        new CycleEdge(
            refs.thread(thread, run.threadName(thread), List.of()),
            refs.lock(held),
            Refs.takenAt(held.at(), wantsAt),
            wants,
            wantsAt);
    Entry.ThreadSeen who = run.threads.get(thread);
    boolean main = who != null && who.parent() == 0 && "main".equals(who.name());
    return new Seen(edge, runs, thread, main, others, gates, "timed".equals(acquire.waits()));
  }

  void add(Seen seen) {
    List<Seen> known =
        byNames
            .computeIfAbsent(seen.edge().holds().lock(), k -> new TreeMap<>())
            .computeIfAbsent(seen.edge().wants().lock(), k -> new ArrayList<>());
    boolean other =
        known.stream().noneMatch(k -> k.run() == seen.run() && k.thread() == seen.thread());
    if (other && known.size() < KEPT && size < MOST) {
      known.add(seen);
      size++;
    }
  }

  /** The ways in which the second lock was taken under the first; empty if it never was. */
  List<Seen> of(String holds, String wants) {
    return byNames.getOrDefault(holds, Map.of()).getOrDefault(wants, List.of());
  }

  /** Names of the locks that were taken under others, by those. */
  Map<String, Map<String, List<Seen>>> all() {
    return byNames;
  }
}
