package io.racewatch.code.rules;

import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Touch;
import java.util.List;

/** Plain words for what was found. */
final class Words {
  private Words() {}

  /** Such as {@code write in Counter.add}. */
  static String side(Touch touch) {
    String what =
        touch.kind() == Touch.Kind.LIBRARY
            ? touch.write() ? "change" : "use"
            : touch.write() ? "write" : "read";
    var in = touch.trace().last().in();
    return what + " in " + Refs.simple(in.owner()) + "." + in.name();
  }

  /** The locks of both sides. */
  static String locks(Touch a, Touch b) {
    String first = held(a.locks());
    String second = held(b.locks());
    if (first.isEmpty() && second.isEmpty()) {
      return "Neither holds a lock.";
    }
    if (first.isEmpty() || second.isEmpty()) {
      Touch without = first.isEmpty() ? a : b;
      return "The " + side(without) + " holds no lock, the other one " + first + second + ".";
    }
    boolean same = first.equals(second);
    return same
        ? "Both hold " + first + ", which does not keep them apart."
        : "One holds " + first + ", the other " + second + ".";
  }

  static String held(Locks locks) {
    List<String> names =
        locks.uses().stream()
            .map(
                use ->
                    Refs.simple(Refs.lock(use))
                        + (use.mode() == io.racewatch.code.facts.Held.Mode.EXCLUSIVE
                            ? ""
                            : " (" + Refs.mode(use) + ")"))
            .distinct()
            .toList();
    return String.join(" and ", names);
  }
}
