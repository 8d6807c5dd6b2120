package io.racewatch.code.rules;

import io.racewatch.code.facts.Held;
import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One access in the code, with the locks that are held there whichever way it is reached. */
final class Site {
  /** Ways with different locks that are kept. */
  private static final int WAYS = 12;

  private Touch weakest;
  private Summary from;
  private Map<String, Held.Mode> guards;
  private boolean vague;
  private final Set<String> sometimes;
  private final Set<String> once;
  private final List<Way> ways = new ArrayList<>();

  /**
   * A way there.
   *
   * @param called whether another method of the program leads there; else it is known only that
   *     somebody may call the very method that does the access
   */
  private record Way(Touch touch, Summary in, Map<String, Held.Mode> guards, boolean called) {
    private static Way of(Touch touch, Summary in, Map<String, Held.Mode> guards) {
      return new Way(touch, in, guards, touch.trace().depth() > 1 || touch.tag() >= 0);
    }
  }

  Site(Touch touch, Summary in) {
    weakest = touch;
    from = in;
    guards = new HashMap<>(Guards.names(touch));
    vague = guards.remove(Guards.SOME) != null;
    sometimes = new HashSet<>(guards.keySet());
    once = new HashSet<>(Guards.once(touch));
    if (!vague) {
      ways.add(Way.of(touch, in, Map.copyOf(guards)));
    }
  }

  private Site(Way way) {
    weakest = way.touch;
    from = way.in;
    guards = way.guards;
    sometimes = Set.of();
    once = new HashSet<>(Guards.once(way.touch));
  }

  /** It is reached another way. */
  void also(Touch touch, Summary in) {
    once.retainAll(Guards.once(touch));
    Map<String, Held.Mode> others = new HashMap<>(Guards.names(touch));
    boolean unclear = others.remove(Guards.SOME) != null;
    sometimes.addAll(others.keySet());
    if (unclear) {
      return;
    }
    keep(Way.of(touch, in, Map.copyOf(others)));
    if (weaker(touch, weakest, others, guards, vague)) {
      weakest = touch;
      from = in;
    }
    if (vague) {
      guards = others;
      vague = false;
      return;
    }
    guards.keySet().retainAll(others.keySet());
    guards.replaceAll((name, mode) -> mode == Held.Mode.EXCLUSIVE ? others.get(name) : mode);
  }

  private void keep(Way way) {
    for (int i = 0; i < ways.size(); i++) {
      Way old = ways.get(i);
      if (old.called == way.called && old.guards.equals(way.guards)) {
        if (weaker(way.touch, old.touch, way.guards, old.guards, false)) {
          ways.set(i, way);
        }
        return;
      }
    }
    if (ways.size() < WAYS) {
      ways.add(way);
    }
  }

  private static boolean weaker(
      Touch touch,
      Touch than,
      Map<String, Held.Mode> its,
      Map<String, Held.Mode> guards,
      boolean vague) {
    boolean writes = touch.write() && !than.write();
    boolean reads = !touch.write() && than.write();
    boolean fewer = vague || its.size() < guards.size();
    // That a started thread comes here says more than that somebody may call the method it runs.
    boolean started = touch.tag() >= 0 && than.tag() < 0;
    boolean known = touch.tag() < 0 && than.tag() >= 0;
    boolean shorter = !known && touch.trace().depth() < than.trace().depth();
    boolean equal = its.size() == guards.size() && (started || shorter);
    return writes || !reads && (fewer || equal);
  }

  Touch touch() {
    return weakest;
  }

  Summary from() {
    return from;
  }

  /** Names of the locks that are always held, with how they are. */
  Map<String, Held.Mode> guards() {
    return guards;
  }

  /** The same access by a way on which a lock is not held; this itself if none is known. */
  Site without(String lock) {
    Way best = null;
    for (Way way : ways) {
      boolean lacks = !way.guards.containsKey(lock);
      if (lacks
          && (best == null || weaker(way.touch, best.touch, way.guards, best.guards, false))) {
        best = way;
      }
    }
    return best == null ? this : new Site(best);
  }

  /**
   * Whether the program itself comes here with a lock only, and it is not held where somebody else
   * calls the very method: callers may be meant to hold it.
   */
  boolean leftToCallers(String lock) {
    boolean with = false;
    for (Way way : ways) {
      boolean holds = way.guards.containsKey(lock);
      if (way.called && !holds) {
        return false;
      }
      with |= way.called;
    }
    return with;
  }

  /** Whether a lock is held on some of the ways that lead there. */
  boolean sometimes(String lock) {
    return sometimes.contains(lock);
  }

  /** Whether a lock is held that could be any, on every way. */
  boolean vague() {
    return vague;
  }

  /** Whether one thread alone does it for one object. */
  boolean once() {
    return !once.isEmpty();
  }

  boolean write() {
    return weakest.write();
  }

  /** Whether a lock keeps the two apart. */
  boolean apartFrom(Site other) {
    if (once.stream().anyMatch(other.once::contains)) {
      return true;
    }
    for (Map.Entry<String, Held.Mode> each : guards.entrySet()) {
      Held.Mode its = other.guards.get(each.getKey());
      boolean real = !each.getKey().startsWith("other ");
      if (its != null && real && Guards.exclude(each.getValue(), its)) {
        return true;
      }
    }
    return false;
  }
}
