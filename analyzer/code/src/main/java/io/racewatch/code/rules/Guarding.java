package io.racewatch.code.rules;

import io.racewatch.code.facts.Held;
import io.racewatch.code.summary.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lock guards a field, by what most of its accesses hold, and which accesses do not.
 *
 * @param lock name of the lock; null if none is held at two accesses
 * @param holders those that hold it
 * @param others those that do not, without those that hold a lock that could be any
 */
record Guarding(String lock, List<Site> holders, List<Site> others) {
  static Guarding of(List<Site> sites) {
    Map<String, Integer> weights = new HashMap<>();
    for (Site site : sites) {
      for (String name : site.guards().keySet()) {
        if (!name.startsWith("other ") && !name.startsWith(Guards.OWN)) {
          weights.merge(name, site.write() ? 3 : 2, Integer::sum);
        }
      }
    }
    String best = null;
    for (Map.Entry<String, Integer> each : weights.entrySet()) {
      int order = best == null ? 1 : Integer.compare(each.getValue(), weights.get(best));
      if (order > 0 || order == 0 && each.getKey().compareTo(best) < 0) {
        best = each.getKey();
      }
    }
    List<Site> holders = new ArrayList<>();
    List<Site> others = new ArrayList<>();
    for (Site site : sites) {
      if (best != null && site.guards().containsKey(best)) {
        holders.add(site);
      } else if (!site.vague()) {
        others.add(site);
      }
    }
    return new Guarding(best, holders, others);
  }

  int size() {
    return holders.size() + others.size();
  }

  /** Whether so many hold it that it is meant to guard the field. */
  boolean strong() {
    return holders.size() >= 2 && holders.size() * 4 >= size() * 3;
  }

  /** Whether at least every second access holds it. */
  boolean half() {
    return holders.size() * 2 >= size();
  }

  boolean written() {
    return holders.stream().anyMatch(Site::write);
  }

  /** Writes that hold it only in a mode that others can share. */
  List<Site> sharedWrites() {
    return holders.stream()
        .filter(site -> site.write() && site.guards().get(lock) != Held.Mode.EXCLUSIVE)
        .filter(site -> !site.guards().containsValue(Held.Mode.EXCLUSIVE))
        .toList();
  }

  /** Whether the lock belongs to the object, or to the class or one that it is nested in. */
  boolean related() {
    Touch touch = holders.get(0).touch();
    String member = touch.member();
    if (lock.startsWith("this") || touch.kind() != Touch.Kind.FIELD) {
      return true;
    }
    return outermost(lock).equals(outermost(member));
  }

  private static String outermost(String name) {
    int end = name.length();
    for (char each : new char[] {' ', '.', '$'}) {
      int at = name.indexOf(each);
      end = at < 0 ? end : Math.min(end, at);
    }
    return name.substring(0, end);
  }

  /** Whether so many hold it, or it is so near, that leaving it out is likely a mistake. */
  boolean meant() {
    return related() ? half() : holders.size() >= 8 && others.size() * 8 <= holders.size();
  }
}
