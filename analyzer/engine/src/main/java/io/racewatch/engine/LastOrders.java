package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.HappensBeforeGraph;
import io.racewatch.graph.Step;
import io.racewatch.model.Explanation.LastCommon;
import io.racewatch.model.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the last point that ordered the threads of a race. */
final class LastOrders {
  private final RunData run;
  private final HappensBeforeGraph graph;
  private final StepText words;

  LastOrders(RunData run, HappensBeforeGraph graph) {
    this.run = run;
    this.graph = graph;
    this.words = new StepText(run);
  }

  /**
   * The last point of the earlier access's thread that the later access knows of; else the other
   * way round; else what both threads have in common by their starts.
   *
   * @return null if nothing is known
   */
  LastCommon of(Entry.Side earlier, Entry.Side later) {
    List<Step> steps = steps(earlier, later);
    if (steps == null) {
      steps = steps(later, earlier);
    }
    if (steps == null) {
      return byStarts(earlier.uid(), later.uid());
    }
    Step first = steps.get(0);
    Step last = steps.get(steps.size() - 1);
    return new LastCommon(
        StepText.kind(last), words.chain(steps), releasedAt(first), acquiredAt(last));
  }

  private List<Step> steps(Entry.Side from, Entry.Side to) {
    List<Step> steps = graph.lastOrder(Refs.moment(from.at()), Refs.moment(to.at()));
    return steps == null || steps.isEmpty() ? null : steps;
  }

  /** Only a start tells where the releasing side stood: its stack was kept. */
  private List<Frame> releasedAt(Step step) {
    Entry.ThreadSeen started = run.threads.get(step.toThread());
    boolean isStart = step.through().kind().equals("start") && started != null;
    return isStart ? Refs.frames(started.started()) : List.of();
  }

  private static List<Frame> acquiredAt(Step step) {
    return step.through().at() == null ? List.of() : List.of(step.through().at());
  }

  private LastCommon byStarts(int a, int b) {
    Map<Integer, Integer> childOf = new LinkedHashMap<>();
    int child = 0;
    for (int t = a; t != 0 && !childOf.containsKey(t); t = parent(t)) {
      childOf.put(t, child);
      child = t;
    }
    child = 0;
    List<Integer> seen = new ArrayList<>();
    for (int t = b; t != 0 && !seen.contains(t); t = parent(t)) {
      if (childOf.containsKey(t)) {
        return started(t, childOf.get(t), child);
      }
      seen.add(t);
      child = t;
    }
    return null;
  }

  private LastCommon started(int parent, int one, int other) {
    List<String> names = new ArrayList<>();
    List<List<Frame>> stacks = new ArrayList<>();
    for (int child : new int[] {one, other}) {
      if (child != 0) {
        names.add(run.threadName(child));
        stacks.add(Refs.frames(run.threads.get(child).started()));
      }
    }
    String text = run.threadName(parent) + " started " + String.join(" and ", names);
    return new LastCommon(
        "thread-start",
        text,
        stacks.isEmpty() ? List.of() : stacks.get(0),
        stacks.size() < 2 ? List.of() : stacks.get(1));
  }

  private int parent(int uid) {
    Entry.ThreadSeen seen = run.threads.get(uid);
    return seen == null ? 0 : seen.parent();
  }
}
