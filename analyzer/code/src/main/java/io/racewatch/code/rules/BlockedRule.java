package io.racewatch.code.rules;

import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Ask;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Tag;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.LockRef;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Waits for a thread, a task or a signal with a lock held that the other side needs before it can
 * end or signal.
 */
final class BlockedRule implements ProgramRule {
  private record Other(Summary in, Ask ask) {}

  @Override
  public void check(View view, Consumer<Finding> out) {
    Map<String, List<Other>> wakers = wakers(view);
    Map<String, List<Other>> takers = takers(view);
    Set<String> told = new HashSet<>();
    for (Summary root : view.roots()) {
      for (Ask ask : root.asks()) {
        if (!ask.held().isEmpty()) {
          Other other =
              switch (ask.kind()) {
                case JOIN -> needsLock(view, root, ask, takers);
                case WAIT -> allUnderLock(ask, wakers);
                default -> null;
              };
          String place = ask.trace().last().in().key() + ask.trace().last().line();
          if (other != null && told.add(place)) {
            out.accept(finding(view, root, ask, other));
          }
        }
      }
    }
  }

  private static Map<String, List<Other>> wakers(View view) {
    Map<String, List<Other>> wakers = new HashMap<>();
    for (Summary root : view.roots()) {
      for (Ask ask : root.asks()) {
        Path path = ask.wants().path();
        if (ask.kind() == Ask.Kind.WAKE && (path.is(Kind.FIELD) || path.is(Kind.STATIC))) {
          wakers.computeIfAbsent(path.name(), k -> new ArrayList<>()).add(new Other(root, ask));
        }
      }
    }
    return wakers;
  }

  /** The request of the joined thread for a lock that is held here; or null. */
  private static Other needsLock(
      View view, Summary root, Ask join, Map<String, List<Other>> takers) {
    Path handle = join.wants().path();
    for (int i = 0; i < root.tags().size(); i++) {
      Tag tag = root.tags().get(i);
      if (tag.handle() == handle || tag.pool() == handle) {
        for (Ask ask : root.asks()) {
          if (ask.tag() == i && ask.kind() == Ask.Kind.LOCK && common(ask.wants(), join) != null) {
            return new Other(root, ask);
          }
        }
      }
    }
    if (handle.is(Kind.FIELD) || handle.is(Kind.STATIC)) {
      return started(view, handle, join, takers);
    }
    return null;
  }

  /** Requests of threads that somebody starts, by the names of the locks. */
  private static Map<String, List<Other>> takers(View view) {
    Map<String, List<Other>> takers = new HashMap<>();
    for (Summary each : view.summaries().all()) {
      for (Ask ask : each.asks()) {
        String name =
            ask.tag() >= 0 && ask.kind() == Ask.Kind.LOCK ? LockClass.of(ask.wants()) : null;
        if (name != null) {
          takers.computeIfAbsent(name, k -> new ArrayList<>()).add(new Other(each, ask));
        }
      }
    }
    return takers;
  }

  /** The same, of a thread that some other method starts and that a field holds. */
  private static Other started(View view, Path handle, Ask join, Map<String, List<Other>> takers) {
    for (Locks.Use held : join.held().uses()) {
      String name = LockClass.of(held);
      for (Other each : name == null ? List.<Other>of() : takers.getOrDefault(name, List.of())) {
        Path its = each.in.tags().get(each.ask.tag()).handle();
        boolean same = its != null && (sameField(its, handle) || view.holds(handle, its));
        if (same && common(each.ask.wants(), join) != null) {
          return each;
        }
      }
    }
    return null;
  }

  private static boolean sameField(Path a, Path b) {
    return a.kind() == b.kind()
        && (a.is(Kind.FIELD) || a.is(Kind.STATIC))
        && a.name().equals(b.name());
  }

  /** One of those that give the signal, if they all hold a lock that is held here. */
  private static Other allUnderLock(Ask wait, Map<String, List<Other>> wakers) {
    Path path = wait.wants().path();
    boolean field = path.is(Kind.FIELD) || path.is(Kind.STATIC);
    List<Other> all = field ? wakers.getOrDefault(path.name(), List.of()) : List.of();
    for (Other each : all) {
      boolean under = each.ask.held().uses().stream().anyMatch(use -> common(use, wait) != null);
      if (!under) {
        return null;
      }
    }
    return all.isEmpty() ? null : all.get(0);
  }

  /** The lock held that the other use is about, or null. */
  private static Locks.Use common(Locks.Use use, Ask ask) {
    String name = LockClass.of(use);
    for (Locks.Use held : ask.held().uses()) {
      boolean same = name != null && name.equals(LockClass.of(held));
      if (same && Guards.exclude(use.mode(), held.mode())) {
        return held;
      }
    }
    return null;
  }

  private static Finding finding(View view, Summary root, Ask wait, Other other) {
    Refs refs = view.refs();
    Locks.Use held = null;
    Locks.Use theirs = other.ask.wants();
    if (other.ask.kind() == Ask.Kind.LOCK) {
      held = common(theirs, wait);
    } else {
      for (Locks.Use use : other.ask.held().uses()) {
        held = held == null ? common(use, wait) : held;
      }
    }
    LockRef lock = refs.ref(held);
    boolean joins = wait.kind() == Ask.Kind.JOIN;
    String what = joins ? "the end of a thread or task" : "a signal";
    String name = Refs.simple(lock.lock());
    String where = Words.method(wait.trace().last().in());
    LockRef end =
        new LockRef(Refs.lock(wait.wants()), "", lock.className(), "exclusive", lock.at());
    List<CycleEdge> edges =
        List.of(
            new CycleEdge(
                refs.thread(wait.tag(), root),
                lock,
                refs.stack(held.at()),
                end,
                refs.stack(wait.trace())),
            new CycleEdge(
                refs.thread(other.ask.tag(), other.in),
                end,
                refs.stack(other.ask.trace()),
                lock,
                refs.stack(other.ask.trace())));
    return Make.ofCycle(
        Rule.BLOCKED_UNDER_LOCK,
        Certainty.LIKELY,
        where + " waits for " + what + " while it holds " + name,
        List.of(lock.lock()),
        1,
        edges,
        "While "
            + where
            + " waits, it keeps "
            + name
            + ", and "
            + Words.method(other.ask.trace().last().in())
            + " needs "
            + name
            + (joins ? " before it can end" : " before it can give the signal")
            + ": if it has not got that far, both wait for ever. Wait without holding "
            + name
            + ".");
  }
}
