package io.racewatch.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks for a schedule of a run after which threads stand before requests for locks that the others
 * hold. Knows only the synchronisation; which locks are taken in between is the caller's to check.
 * Immutable.
 */
public final class LockWitness {
  private static final Set<String> LOCKS = Set.of("monitor", "lock");

  private final SyncLog log;

  /** For cycles of one run. */
  public LockWitness(SyncLog log) {
    this.log = log;
  }

  /**
   * What a try gave.
   *
   * @param found whether there is a schedule
   * @param obstacle the edge that puts one request before another; null if found
   * @param helpers numbers of the other threads that must run first
   */
  public record Answer(boolean found, Step obstacle, List<Integer> helpers) {
    public Answer {
      helpers = List.copyOf(helpers);
    }
  }

  /** Whether the threads can stand before these requests at once. */
  public Answer find(List<Turn> turns) {
    for (Turn turn : turns) {
      if (log.threadOf(turn.at()) != turn.thread() || log.threadOf(turn.base()) != turn.thread()) {
        return new Answer(false, null, List.of());
      }
    }
    Cut cut = new Cut(log, LOCKS, turns);
    if (!cut.isPossible()) {
      return new Answer(false, log.step(cut.blockedBy()), List.of());
    }
    List<Integer> helpers = new ArrayList<>();
    for (int t = 0; t < log.threads(); t++) {
      int uid = log.segments.uid(t);
      if (cut.end(t) >= 0 && turns.stream().noneMatch(turn -> turn.thread() == uid)) {
        helpers.add(uid);
      }
    }
    return new Answer(cut.isConsistent(), null, helpers);
  }
}
