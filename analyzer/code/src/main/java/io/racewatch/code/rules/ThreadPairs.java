package io.racewatch.code.rules;

import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Touch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Pairs of accesses of which one method shows everything: both threads, the object they share, and
 * that nothing orders them.
 */
final class ThreadPairs {
  private static final int GROUP = 400;

  private final View view;

  ThreadPairs(View view) {
    this.view = view;
  }

  void each(Consumer<Candidate> to) {
    for (Summary summary : view.summaries().all()) {
      if (!summary.tags().isEmpty()) {
        for (List<Touch> group : groups(summary)) {
          pairs(summary, group, to);
        }
      }
    }
  }

  private static Iterable<List<Touch>> groups(Summary summary) {
    Map<Object, List<Touch>> groups = new LinkedHashMap<>();
    List<Touch> all = new ArrayList<>(summary.inner());
    all.addAll(summary.touches());
    for (Touch touch : all) {
      Object key = java.util.Arrays.asList(touch.kind(), touch.member(), touch.object());
      List<Touch> group = groups.computeIfAbsent(key, k -> new ArrayList<>());
      if (group.size() < GROUP) {
        group.add(touch);
      }
    }
    return groups.values();
  }

  private void pairs(Summary summary, List<Touch> group, Consumer<Candidate> to) {
    if (group.stream().noneMatch(t -> t.tag() >= 0) || group.stream().noneMatch(Touch::write)) {
      return;
    }
    boolean root = view.isRoot(summary.of());
    for (int i = 0; i < group.size(); i++) {
      for (int j = i; j < group.size(); j++) {
        Touch a = group.get(i);
        Touch b = group.get(j);
        boolean decided = root || hidden(a.object()) || a.tag() >= 0 && b.tag() >= 0;
        if (decided && (a.write() || b.write()) && summary.parallel(a, b) && !Guards.apart(a, b)) {
          Touch write = a.write() ? a : b;
          Touch other = a.write() ? b : a;
          to.accept(
              new Candidate(write, summary, other, summary, strength(write, other), why(a, b)));
        }
      }
    }
  }

  /** Whether no caller can hold a lock that belongs to the object. */
  private static boolean hidden(Path object) {
    return object != null && (object.root().is(Kind.MADE) || object.root().is(Kind.RESULT));
  }

  private static int strength(Touch a, Touch b) {
    boolean somewhere = a.kind() == Touch.Kind.ELEMENT && a.member() == null;
    boolean vague = somewhere || a.object() != null && Guards.vague(a.object());
    if (vague) {
      return 40;
    }
    if (a.orders().mayPrecede(b.orders()) || b.orders().mayPrecede(a.orders())) {
      return 30;
    }
    return a.tag() >= 0 && b.tag() >= 0 ? 150 : 130;
  }

  private static String why(Touch a, Touch b) {
    if (a.tag() == b.tag()) {
      return "Several threads or tasks started at one place run this at the same time.";
    }
    if (a.tag() >= 0 && b.tag() >= 0) {
      return "Two threads or tasks that are started run these at the same time.";
    }
    return "A thread or task that is started there runs while the code after the start goes on.";
  }
}
