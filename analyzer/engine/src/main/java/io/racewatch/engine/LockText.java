package io.racewatch.engine;

import io.racewatch.format.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The locks that two accesses held, in words. */
final class LockText {
  private final Refs refs;

  LockText(Refs refs) {
    this.refs = refs;
  }

  /** One sentence. */
  String both(Entry.Side a, Entry.Side b) {
    Set<Integer> common = numbers(a);
    common.retainAll(numbers(b));
    if (!common.isEmpty()) {
      return "Both held " + names(common) + ", but in modes that do not exclude each other.";
    }
    if (numbers(a).isEmpty() && numbers(b).isEmpty()) {
      return "Neither held a lock.";
    }
    return "They held no lock in common: " + held(a) + ", " + held(b) + ".";
  }

  /** The name of the only lock of one side when the other holds none; else null. */
  String ofOneSide(Entry.Side a, Entry.Side b) {
    Set<Integer> one = numbers(a).isEmpty() ? numbers(b) : numbers(a);
    boolean other = numbers(a).isEmpty() || numbers(b).isEmpty();
    return other && one.size() == 1 ? names(one) : null;
  }

  private String held(Entry.Side side) {
    Set<Integer> locks = numbers(side);
    return RaceText.name(side) + " held " + (locks.isEmpty() ? "none" : names(locks));
  }

  private String names(Set<Integer> locks) {
    List<String> names = new ArrayList<>();
    locks.forEach(lock -> names.add(refs.lockName(lock)));
    return String.join(" and ", names);
  }

  private static Set<Integer> numbers(Entry.Side side) {
    Set<Integer> numbers = new LinkedHashSet<>();
    if (side.held() != null) {
      for (Entry.Held held : side.held()) {
        numbers.add(held.lock());
      }
    }
    return numbers;
  }
}
