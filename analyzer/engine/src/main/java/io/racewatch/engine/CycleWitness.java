package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.LockCycle;
import io.racewatch.graph.LockRequest;
import io.racewatch.graph.LockWitness;
import io.racewatch.graph.Step;
import io.racewatch.graph.SyncLog;
import io.racewatch.graph.Turn;
import io.racewatch.model.options.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for a schedule of a run that ends in a lock cycle's deadlock: for some time of each
 * request, the threads run up to where they hold their first locks, with all that this needs and in
 * the order of the run, and then each asks for its second. See docs/decisions/008-witnesses.md.
 */
final class CycleWitness {
  /** Choices of times that are tried for one cycle of threads. */
  private static final int TRIES = 48;

  /** Edges that are looked at for one finding, about. */
  private static final long EDGES = 40_000_000;

  private final RunData run;
  private final LockWitness search;
  private final Deadline deadline;
  private final String unwatched;

  CycleWitness(RunData run, Deadline deadline) {
    this.run = run;
    this.search = new LockWitness(run.log);
    this.deadline = deadline;
    this.unwatched = unwatched();
  }

  /**
   * What was found.
   *
   * @param requests of the cycle that was proved, or of the one that was not
   * @param found whether there is a schedule
   * @param helpers numbers of the threads that must run first
   * @param reason why there is none, or why it is not sure, as a sentence; empty if it is sure
   */
  record Proof(List<LockRequest> requests, boolean found, List<Integer> helpers, String reason) {
    boolean isSure() {
      return found && reason.isEmpty();
    }
  }

  /** The best that can be said of a cycle or of one at the same sites. */
  Proof of(LockCycle cycle) {
    List<List<LockRequest>> all = new ArrayList<>(List.of(cycle.requests()));
    all.addAll(cycle.others());
    Proof first = null;
    for (List<LockRequest> requests : all) {
      Proof proof = of(requests);
      if (proof.found()) {
        return proof;
      }
      first = first == null ? proof : first;
    }
    return first;
  }

  private Proof of(List<LockRequest> requests) {
    if (run.log.cut() || run.isLate() || run.hasFaults()) {
      return none(
          requests, "The record of synchronisation is not whole, so no schedule was sought.");
    }
    String lock = takenInBetween(requests);
    if (lock != null) {
      return none(requests, "No schedule was found, for " + lock + " is taken in between, too.");
    }
    List<List<Entry.AcquireAt>> times = new ArrayList<>();
    for (LockRequest r : requests) {
      times.add(run.acquiresAt.getOrDefault(r.id(), List.of()));
      if (times.get(times.size() - 1).isEmpty()) {
        return none(
            requests, "What a thread did before its acquire cannot be told by locks alone.");
      }
    }
    return search(requests, times);
  }

  private static Proof none(List<LockRequest> requests, String reason) {
    return new Proof(requests, false, List.of(), reason);
  }

  private Proof search(List<LockRequest> requests, List<List<Entry.AcquireAt>> times) {
    int tries = (int) Math.max(1, Math.min(TRIES, EDGES / (run.log.edges() + 1L)));
    ArrayDeque<List<Integer>> open = new ArrayDeque<>();
    Set<List<Integer>> known = new HashSet<>();
    List<Integer> zeros = requests.stream().map(r -> 0).toList();
    open.add(zeros);
    known.add(zeros);
    Step obstacle = null;
    while (!open.isEmpty() && tries-- > 0 && !deadline.over()) {
      List<Integer> chosen = open.poll();
      List<Turn> turns = new ArrayList<>();
      for (int i = 0; i < chosen.size(); i++) {
        Entry.AcquireAt at = times.get(i).get(chosen.get(i));
        turns.add(new Turn(requests.get(i).thread(), Refs.moment(at.base()), Refs.moment(at.at())));
      }
      LockWitness.Answer answer = search.find(turns);
      if (answer.found()) {
        return new Proof(requests, true, answer.helpers(), unwatched);
      }
      obstacle = obstacle == null ? answer.obstacle() : obstacle;
      for (int i = 0; i < chosen.size(); i++) {
        List<Integer> next = new ArrayList<>(chosen);
        next.set(i, next.get(i) + 1);
        if (next.get(i) < times.get(i).size() && known.add(next)) {
          open.add(next);
        }
      }
    }
    return none(requests, because(obstacle));
  }

  private String because(Step obstacle) {
    String text = "No schedule was found that keeps what the threads saw";
    if (obstacle == null) {
      return text + ".";
    }
    if (obstacle.through().kind().equals(SyncLog.DATA)) {
      return text
          + ": "
          + run.threadName(obstacle.toThread())
          + " read what "
          + run.threadName(obstacle.fromThread())
          + " had written after its acquire.";
    }
    return text + ": " + new StepText(run).step(obstacle) + ".";
  }

  /**
   * A lock that one thread of the cycle takes on its way and another keeps; null if there is none.
   */
  private String takenInBetween(List<LockRequest> requests) {
    for (LockRequest r : requests) {
      for (Entry.Acquire other : run.acquires.values()) {
        if (other.id() != r.id() && !isTwin(other) && isOnTheWay(other, r)) {
          for (LockRequest keeper : requests) {
            if (keeper != r && keeps(keeper, other)) {
              return new Refs(run).lockName(other.lock());
            }
          }
        }
      }
    }
    return null;
  }

  /** A request written once more for the permits held then: of the lock itself another tells. */
  private boolean isTwin(Entry.Acquire acquire) {
    for (Entry.Held h : acquire.held()) {
      if (isPermit(h.lock())) {
        return !isPermit(acquire.lock());
      }
    }
    return false;
  }

  private boolean isPermit(int lock) {
    Entry.Lock known = run.locks.get(lock);
    return known != null && known.className().equals("java.util.concurrent.Semaphore");
  }

  private boolean keeps(LockRequest keeper, Entry.Acquire other) {
    return keeper.held().stream()
        .anyMatch(h -> h.lock() == other.lock() && !(h.shared() && other.mode().equals("shared")));
  }

  /** Whether the thread may have made the acquire in one of the tails that are looked at. */
  private boolean isOnTheWay(Entry.Acquire other, LockRequest r) {
    if (run.log.threadOf(Refs.moment(other.first())) != r.thread()) {
      return false;
    }
    Entry.AcquireSeen seen = run.acquiresSeen.get(other.id());
    Entry.Moment last = seen == null ? other.first() : seen.last();
    for (Entry.AcquireAt at : run.acquiresAt.getOrDefault(r.id(), List.of())) {
      if (run.log.inOrder(Refs.moment(at.base()), Refs.moment(last))
          && run.log.inOrder(Refs.moment(other.first()), Refs.moment(at.at()))) {
        return true;
      }
    }
    return false;
  }

  /** What may have kept the threads apart without a record of it, as a sentence; or empty. */
  private String unwatched() {
    boolean full = run.meta("mode", "full").equals("full");
    if (!full || isNarrowed(Option.INCLUDE) || isNarrowed(Option.EXCLUDE)) {
      return "What the threads read of each other was not watched in full (mode, include, exclude),"
          + " so a test of a flag may keep them apart.";
    }
    for (String note : run.notes) {
      if (note.contains("memory budget") || note.contains("went unchecked")) {
        return "Not all accesses were watched, so a test of a flag may keep them apart.";
      }
    }
    return "";
  }

  private boolean isNarrowed(Option option) {
    String value = run.meta(option.key(), "");
    return !value.isEmpty() && !value.equals("*") && !value.equals("none");
  }
}
