package io.racewatch.engine;

import io.racewatch.model.CycleEdge;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import java.util.ArrayList;
import java.util.List;

/** The schedule of a witness in words, step by step. */
final class ScheduleText {
  private static final int MOST_HELPERS = 5;

  private ScheduleText() {}

  /**
   * The steps as sentences.
   *
   * @param edges who holds and wants what
   * @param helpers names of threads that must run first
   */
  static String of(List<CycleEdge> edges, List<String> helpers) {
    List<String> steps = new ArrayList<>();
    if (!helpers.isEmpty()) {
      int more = helpers.size() - MOST_HELPERS;
      String names = String.join(", ", helpers.subList(0, Math.min(MOST_HELPERS, helpers.size())));
      steps.add(
          names
              + (more > 0
                  ? " and " + more + (more == 1 ? " other run" : " others run")
                  : runs(helpers))
              + " as far as needed");
    }
    for (CycleEdge e : edges) {
      steps.add(name(e) + " takes " + lock(e.holds()) + at(e.holdsAt()));
    }
    for (CycleEdge e : edges) {
      steps.add(name(e) + " waits for " + lock(e.wants()) + at(e.wantsAt()));
    }
    StringBuilder text = new StringBuilder("A schedule that ends so, from this run's record:");
    for (int i = 0; i < steps.size(); i++) {
      text.append(" (").append(i + 1).append(") ").append(steps.get(i));
      text.append(i + 1 < steps.size() ? ";" : ".");
    }
    return text.toString();
  }

  private static String runs(List<String> helpers) {
    return helpers.size() == 1 ? " runs" : " run";
  }

  private static String name(CycleEdge e) {
    return e.thread().name().isEmpty() ? "thread #" + e.thread().id() : e.thread().name();
  }

  private static String lock(LockRef lock) {
    return lock.object().isEmpty() ? lock.lock() : lock.lock() + " (" + lock.object() + ")";
  }

  private static String at(List<Frame> stack) {
    return stack.isEmpty() ? "" : " at " + stack.get(0);
  }
}
