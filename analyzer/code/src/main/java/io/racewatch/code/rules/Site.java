package io.racewatch.code.rules;

import io.racewatch.code.facts.Held;
import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One access in the code, with the locks that are held there whichever way it is reached. */
final class Site {
  private Touch weakest;
  private Summary from;
  private Map<String, Held.Mode> guards;
  private boolean vague;
  private final Set<String> sometimes;

  Site(Touch touch, Summary in) {
    weakest = touch;
    from = in;
    guards = new HashMap<>(Guards.names(touch));
    vague = guards.remove(Guards.SOME) != null;
    sometimes = new HashSet<>(guards.keySet());
  }

  /** It is reached another way. */
  void also(Touch touch, Summary in) {
    Map<String, Held.Mode> others = new HashMap<>(Guards.names(touch));
    boolean unclear = others.remove(Guards.SOME) != null;
    sometimes.addAll(others.keySet());
    if (unclear) {
      return;
    }
    boolean writes = touch.write() && !weakest.write();
    boolean reads = !touch.write() && weakest.write();
    boolean fewer = vague || others.size() < guards.size();
    // That a started thread comes here says more than that somebody may call the method it runs.
    boolean started = touch.tag() >= 0 && weakest.tag() < 0;
    boolean known = touch.tag() < 0 && weakest.tag() >= 0;
    boolean shorter = !known && touch.trace().depth() < weakest.trace().depth();
    boolean equal = others.size() == guards.size() && (started || shorter);
    if (writes || !reads && (fewer || equal)) {
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

  /** Whether a lock is held on some of the ways that lead there. */
  boolean sometimes(String lock) {
    return sometimes.contains(lock);
  }

  /** Whether a lock is held that could be any, on every way. */
  boolean vague() {
    return vague;
  }

  boolean write() {
    return weakest.write();
  }

  /** Whether a lock keeps the two apart. */
  boolean apartFrom(Site other) {
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
