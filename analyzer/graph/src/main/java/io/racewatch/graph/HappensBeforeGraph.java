package io.racewatch.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which moments of a run are ordered, by all synchronisation or by some kinds of it.
 *
 * <p>The bulk of the edges stays in a {@link SyncLog}; for a query the part between the two moments
 * is found by a search backwards and built as a JGraphT graph, whose paths give the answer and its
 * explanation. Not thread-safe: it remembers recent searches.
 */
public final class HappensBeforeGraph {
  /** Edges of a query's region above which the answer is the backward search's alone. */
  private static final int REGION_LIMIT = 20_000;

  /** Longs that remembered searches may hold together. */
  private static final int MEMORY = 4_000_000;

  private final SyncLog log;
  private final boolean[] chosen;
  private final Map<Moment, Knowledge> recent;

  /** The order that all edges give. */
  public HappensBeforeGraph(SyncLog log) {
    this(log, null);
  }

  /**
   * The order that edges of some kinds give.
   *
   * @param kinds the kinds that count, or null for all
   */
  public HappensBeforeGraph(SyncLog log, Set<String> kinds) {
    this.log = log;
    this.chosen = log.ofKinds(kinds);
    int keep = Math.max(2, MEMORY / Math.max(1, 2 * log.threads()));
    this.recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Moment, Knowledge> eldest) {
            return size() > keep;
          }
        };
  }

  /** Whether both moments lie in threads that the run names. */
  public boolean knows(Moment a, Moment b) {
    return position(a) >= 0 && position(b) >= 0;
  }

  /** Whether everything before {@code a}, and what it does until its next release, is before b. */
  public boolean ordered(Moment a, Moment b) {
    if (!knows(a, b)) {
      return false;
    }
    int thread = log.segments.threadAt(position(a));
    if (thread == log.segments.threadAt(position(b))) {
      return log.inOrder(a, b);
    }
    return knowledge(b).knows(thread, position(a));
  }

  /**
   * The shortest chain of edges that orders the first moment before the second.
   *
   * @return null if none does; empty if program order does
   */
  public List<Step> chain(Moment a, Moment b) {
    if (!knows(a, b)) {
      return null;
    }
    int thread = log.segments.threadAt(position(a));
    if (thread == log.segments.threadAt(position(b))) {
      return log.inOrder(a, b) ? List.of() : null;
    }
    Knowledge knowledge = knowledge(b);
    List<Integer> region = knowledge.region(thread, REGION_LIMIT);
    if (region.size() >= REGION_LIMIT) {
      return knowledge.knows(thread, position(a)) ? steps(knowledge.chain(thread)) : null;
    }
    List<Integer> path = new Region(log, region, b).chainFrom(a);
    return path == null ? null : steps(path);
  }

  /**
   * The chain from the last release of the first moment's thread that the second moment knows of.
   *
   * @return null if it knows of none
   */
  public List<Step> lastOrder(Moment a, Moment b) {
    if (!knows(a, b)) {
      return null;
    }
    int thread = log.segments.threadAt(position(a));
    Knowledge knowledge = knowledge(b);
    long last = knowledge.best(thread);
    if (last < 0 || last == Long.MAX_VALUE) {
      return null;
    }
    List<Integer> region = knowledge.region(thread, REGION_LIMIT);
    List<Integer> path = new Region(log, region, b).chainFromRelease(last);
    return steps(path == null ? knowledge.chain(thread) : path);
  }

  /** Edges that start at releases of the moment's thread after it, at most {@code limit}. */
  public List<Step> releasesAfter(Moment a, int limit) {
    List<Step> found = new ArrayList<>();
    long position = position(a);
    if (position < 0) {
      return found;
    }
    int thread = log.segments.threadAt(position);
    for (int i = 0; i < log.edges() && found.size() < limit; i++) {
      long from = log.fromPosition(i);
      boolean counts = chosen == null || chosen[log.labelNumber(i)];
      if (counts && from >= position && log.segments.threadAt(from) == thread) {
        Step step = log.step(i);
        if (!found.contains(step)) {
          found.add(step);
        }
      }
    }
    return found;
  }

  /** The last edge that the moment's thread acquired before it, or null. */
  public Step lastAcquire(Moment b) {
    long position = position(b);
    if (position < 0) {
      return null;
    }
    int thread = log.segments.threadAt(position);
    for (int i = log.first(thread + 1) - 1; i >= log.first(thread); i--) {
      if (log.number(i) <= b.acquires() && (chosen == null || chosen[log.labelNumber(i)])) {
        return log.step(i);
      }
    }
    return null;
  }

  private long position(Moment m) {
    return log.segments.position(m.slot(), m.clock());
  }

  private Knowledge knowledge(Moment b) {
    Knowledge known = recent.get(b);
    if (known == null) {
      known = new Knowledge(log, log.segments.threadAt(position(b)), b, chosen);
      recent.put(b, known);
    }
    return known;
  }

  private List<Step> steps(List<Integer> edges) {
    return edges.stream().map(log::step).toList();
  }
}
