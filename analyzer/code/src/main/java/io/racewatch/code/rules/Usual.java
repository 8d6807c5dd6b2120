package io.racewatch.code.rules;

import io.racewatch.code.facts.Held;
import io.racewatch.code.summary.Touch;
import io.racewatch.model.Explanation;
import java.util.List;
import java.util.Set;

/**
 * A lock that guards most uses of a member.
 *
 * @param lock its name in {@link Guards}
 * @param holders the places at which it is held, by writers exclusively
 * @param without the places where it surely is not
 */
record Usual(String lock, Set<String> holders, List<String> without) {
  /** Whether an access holds it as it must. */
  boolean heldBy(Touch touch) {
    Held.Mode mode = Guards.names(touch).get(lock);
    return holders.contains(touch.place())
        || mode != null && (!touch.write() || mode == Held.Mode.EXCLUSIVE);
  }

  /** As the model has it; the accesses that are told count. */
  Explanation.Guard guard(Touch a, Touch b) {
    return new Explanation.Guard(LockWords.name(lock, a), holders.size(), of(a, b));
  }

  private int of(Touch a, Touch b) {
    int of = holders.size() + without.size();
    of += heldBy(a) || without.contains(a.place()) ? 0 : 1;
    boolean other = !b.place().equals(a.place());
    return of + (!other || heldBy(b) || without.contains(b.place()) ? 0 : 1);
  }

  /** Such as {@code 41 of 42 places that use it hold Account.lock; the write in … does not.} */
  String say(Touch a, Touch b) {
    boolean first = heldBy(a);
    boolean second = heldBy(b);
    if (first && second) {
      return "";
    }
    String most =
        holders.size()
            + " of "
            + of(a, b)
            + " places that use it hold "
            + LockWords.label(lock, a)
            + "; ";
    if (first || second || a.place().equals(b.place())) {
      return most + "the " + Words.side(first ? b : a) + " does not. Take it there, too.";
    }
    return most + "neither of these two does. Take it at both.";
  }
}
