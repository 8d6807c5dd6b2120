package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.GraphLayout;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.LockGraph;
import io.racewatch.model.LockGraph.Edge;
import io.racewatch.model.LockGraph.Node;
import io.racewatch.model.LockGraph.Verdict;
import io.racewatch.model.LockRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The orders in which locks were taken, as a picture shows them. */
final class LockPicture {
  private static final int MOST_EDGES = 60;
  private static final int MOST_NODES = 30;
  private static final int MOST_THREADS = 5;

  private final RunData run;
  private final Refs refs;
  private final Map<List<Integer>, String> ruledOut;
  private final Set<String> cyclic = new HashSet<>();
  private final Set<String> several = new HashSet<>();
  private final Map<List<String>, Sum> sums = new LinkedHashMap<>();

  private LockPicture(RunData run, List<Finding> findings, Map<List<Integer>, String> ruledOut) {
    this.run = run;
    this.refs = new Refs(run);
    this.ruledOut = ruledOut;
    for (Finding finding : findings) {
      for (CycleEdge edge : finding.cycle()) {
        several(edge);
      }
    }
    for (Finding finding : findings) {
      for (CycleEdge edge : finding.cycle()) {
        cyclic.add(key(edge.holds()) + " > " + key(edge.wants()));
      }
    }
  }

  private void several(CycleEdge edge) {
    if (edge.holds().lock().equals(edge.wants().lock()) && !edge.holds().object().isEmpty()) {
      several.add(edge.holds().lock());
    }
  }

  /**
   * The picture of one run.
   *
   * @param findings its findings; the edges of their cycles stand out
   * @param ruledOut why cycles through (lock held, lock wanted) cannot deadlock
   */
  static LockGraph of(RunData run, List<Finding> findings, Map<List<Integer>, String> ruledOut) {
    return new LockPicture(run, findings, ruledOut).draw(findings);
  }

  /** One edge while it is added up. */
  private static final class Sum {
    long count;
    final Set<String> threads = new TreeSet<>();
    Frame at;
    String reason = "";

    void add(long times, String thread, Frame place) {
      count += times;
      if (threads.size() < MOST_THREADS) {
        threads.add(thread);
      }
      at = at == null ? place : at;
    }
  }

  private LockGraph draw(List<Finding> findings) {
    for (Entry.Acquire a : run.acquires.values()) {
      acquire(a);
    }
    for (Finding finding : findings) {
      finding.cycle().forEach(this::edge);
    }
    List<Map.Entry<List<String>, Sum>> all = new ArrayList<>(sums.entrySet());
    all.sort((a, b) -> Long.compare(weight(b), weight(a)));
    List<String> names = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Map.Entry<List<String>, Sum> e : all) {
      boolean fits = edges.size() < MOST_EDGES && names.size() <= MOST_NODES - 2;
      if (fits || names.containsAll(e.getKey()) && edges.size() < MOST_EDGES) {
        edges.add(edge(e.getKey(), e.getValue(), names));
      }
    }
    List<int[]> pairs = new ArrayList<>();
    edges.forEach(e -> pairs.add(new int[] {e.from(), e.to()}));
    List<Node> nodes = new ArrayList<>();
    List<GraphLayout.Spot> spots = GraphLayout.of(names.size(), pairs);
    for (int i = 0; i < names.size(); i++) {
      nodes.add(new Node(names.get(i), spots.get(i).x(), spots.get(i).y()));
    }
    return new LockGraph(nodes, edges, all.size() - edges.size());
  }

  private void acquire(Entry.Acquire a) {
    Frame at = Frames.firstOutsideJdk(Refs.frames(a.stack()));
    String thread = run.threadName(run.log.threadOf(Refs.moment(a.first())));
    Entry.AcquireSeen seen = run.acquiresSeen.get(a.id());
    for (Entry.Held held : a.held()) {
      if (held.lock() == a.lock()) {
        return; // taken again: orders nothing
      }
    }
    for (Entry.Held held : a.held()) {
      Sum sum = sum(key(held.lock()), key(a.lock()));
      sum.add(seen == null ? 1 : seen.count(), thread, at);
      String reason = ruledOut.get(List.of(held.lock(), a.lock()));
      sum.reason = reason == null || !sum.reason.isEmpty() ? sum.reason : reason;
    }
  }

  /** Edges of findings that are no acquires: waits, and locks of real deadlocks. */
  private void edge(CycleEdge edge) {
    String from = key(edge.holds());
    String to = key(edge.wants());
    if (!sums.containsKey(List.of(from, to))) {
      String thread = edge.thread() == null ? "" : edge.thread().name();
      sum(from, to).add(1, thread, Frames.firstOutsideJdk(edge.wantsAt()));
    }
  }

  private Sum sum(String from, String to) {
    return sums.computeIfAbsent(List.of(from, to), k -> new Sum());
  }

  private long weight(Map.Entry<List<String>, Sum> e) {
    boolean inCycle = cyclic.contains(e.getKey().get(0) + " > " + e.getKey().get(1));
    long kind = inCycle ? 2 : e.getValue().reason.isEmpty() ? 0 : 1;
    return kind << 60 | Math.min(e.getValue().count, 1L << 59);
  }

  private Edge edge(List<String> ends, Sum sum, List<String> names) {
    boolean inCycle = cyclic.contains(ends.get(0) + " > " + ends.get(1));
    Verdict verdict =
        inCycle ? Verdict.CYCLE : sum.reason.isEmpty() ? Verdict.PLAIN : Verdict.RULED_OUT;
    return new Edge(
        index(ends.get(0), names),
        index(ends.get(1), names),
        Math.max(1, sum.count),
        List.copyOf(sum.threads),
        sum.at,
        verdict,
        inCycle ? "" : sum.reason);
  }

  private static int index(String name, List<String> names) {
    int i = names.indexOf(name);
    if (i < 0) {
      names.add(name);
      return names.size() - 1;
    }
    return i;
  }

  private final Map<Integer, String> keys = new HashMap<>();

  private String key(int lock) {
    return keys.computeIfAbsent(lock, n -> key(refs.lock(n, "exclusive", null)));
  }

  private String key(LockRef lock) {
    boolean apart = several.contains(lock.lock()) && !lock.object().isEmpty();
    return apart ? lock.lock() + " (" + lock.object() + ")" : lock.lock();
  }
}
