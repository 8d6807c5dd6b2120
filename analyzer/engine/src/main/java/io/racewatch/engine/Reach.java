package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which methods runs were seen in: those where the detector's slow path ran, and those in the
 * stacks of findings. Filled by one thread.
 */
final class Reach {
  private final Map<String, Set<String>> methods = new HashMap<>();
  private final Set<String> orders = new HashSet<>();
  private boolean known = true;

  /** Adds what a run file says. A run that was killed says nothing. */
  void add(RunData run) {
    known &= "whole".equals(run.meta(Entry.REACHED_END, ""));
    for (String line : run.reached) {
      String[] names = line.split("\t");
      Set<String> ofType = methods.computeIfAbsent(names[0], any -> new HashSet<>());
      for (int i = 1; i < names.length; i++) {
        ofType.add(names[i]);
      }
    }
  }

  /** Adds the orders in which a run took locks. */
  void addOrders(RunData run) {
    Refs refs = new Refs(run);
    for (Entry.Acquire acquire : run.acquires.values()) {
      for (Entry.Held held : acquire.held()) {
        took(refs.lockName(held.lock()), refs.lockName(acquire.lock()));
      }
    }
  }

  /** A run took the second lock while it held the first. */
  void took(String holds, String wants) {
    orders.add(holds + " > " + wants);
  }

  /** Whether a run took the locks of an edge in its order. */
  boolean tookInOrder(CycleEdge edge) {
    return edge.holds() != null
        && edge.wants() != null
        && orders.contains(edge.holds().lock() + " > " + edge.wants().lock());
  }

  /** Adds the stacks of a finding of a run. */
  void add(Finding finding) {
    for (List<Frame> stack : stacks(finding)) {
      for (Frame frame : stack) {
        methods.computeIfAbsent(frame.className(), any -> new HashSet<>()).add(frame.method());
      }
    }
  }

  /** Whether it is known of every run where it was. */
  boolean isKnown() {
    return known;
  }

  /** Whether the runs were seen in every method that a finding names first. */
  boolean reached(Finding finding) {
    for (List<Frame> stack : stacks(finding)) {
      Frame top = Frames.firstOutsideJdk(stack);
      if (top != null && !methods.getOrDefault(top.className(), Set.of()).contains(top.method())) {
        return false;
      }
    }
    return true;
  }

  private static List<List<Frame>> stacks(Finding finding) {
    List<List<Frame>> stacks = new ArrayList<>();
    for (Access access : finding.accesses()) {
      stacks.add(access.stack());
    }
    for (CycleEdge edge : finding.cycle()) {
      stacks.add(edge.holdsAt());
      stacks.add(edge.wantsAt());
    }
    return stacks;
  }
}
