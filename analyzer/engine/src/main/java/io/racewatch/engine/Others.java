package io.racewatch.engine;

import io.racewatch.code.finding.Folding;
import io.racewatch.model.Access;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a race of a run which other places use its member without a lock in common. */
final class Others {
  private static final int SHOWN = 3;

  private Others() {}

  /** The finding with the other places in its explanation; itself if there are none. */
  static Finding tell(Finding race, List<Finding> candidates) {
    boolean isRace = race.rule() == Rule.DATA_RACE || race.rule() == Rule.UNGUARDED_WRITE;
    if (!isRace || race.explanation() == null || race.members().isEmpty()) {
      return race;
    }
    Map<String, String> places = new LinkedHashMap<>();
    for (Finding candidate : candidates) {
      boolean same =
          candidate.evidence() == Evidence.STATIC
              && (candidate.rule() == Rule.UNGUARDED_WRITE || Folding.tellsRace(candidate))
              && candidate.members().contains(race.members().get(0));
      if (same) {
        candidate.accesses().forEach(access -> add(access, places));
      }
    }
    race.accesses().forEach(access -> places.remove(place(access)));
    if (places.isEmpty()) {
      return race;
    }
    List<String> shown = places.values().stream().limit(SHOWN).toList();
    int more = places.size() - shown.size();
    Explanation why = race.explanation();
    String text =
        why.text()
            + " In the bytecode "
            + places.size()
            + (places.size() == 1 ? " other place uses" : " other places use")
            + " it without a lock in common: "
            + String.join(", ", shown)
            + (more > 0 ? " and " + more + " more" : "")
            + ".";
    return race.with(new Explanation(text, why.checked(), why.lastCommon(), why.guard()));
  }

  private static void add(Access access, Map<String, String> places) {
    Frame top = Frames.firstOutsideJdk(access.stack());
    if (top != null) {
      places.putIfAbsent(place(access), access.operation().id() + " in " + top);
    }
  }

  private static String place(Access access) {
    Frame top = Frames.firstOutsideJdk(access.stack());
    return top == null ? "?" : top.className() + "." + top.method() + " " + access.operation();
  }
}
