package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Explanation;
import io.racewatch.model.Explanation.LastCommon;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The races of one run as findings, each checked a second time. */
final class RaceFindings {
  private final Findings findings;
  private final OrderCheck check;
  private final Refs refs;
  private final LastOrders lastOrders;
  private final RaceText text;

  /** An order may have been missed. */
  private final boolean unsure;

  private final List<RaceCase> races = new ArrayList<>();

  RaceFindings(RunData run, Findings findings, OrderCheck check) {
    this.findings = findings;
    this.check = check;
    this.unsure = run.isLate() || run.hasFaults();
    this.refs = new Refs(run);
    this.lastOrders = new LastOrders(run, check.graph());
    this.text = new RaceText(run, check.graph());
    for (Entry.Race race : run.races.values()) {
      races.add(
          new RaceCase(
              Rule.of(race.rule()),
              race.earlier(),
              race.later(),
              run.racesSeen.getOrDefault(race.id(), 1L),
              check.check(race.earlier(), race.later())));
    }
  }

  /** Members that raced. */
  Set<String> members() {
    Set<String> members = new TreeSet<>();
    for (RaceCase race : races) {
      members.add(race.earlier().member());
      members.add(race.later().member());
    }
    return members;
  }

  /** One for each race; equal ones are not merged yet. */
  List<Finding> all() {
    Publications publications = new Publications(races);
    List<Finding> all = new ArrayList<>();
    for (RaceCase race : races) {
      if (!publications.isFolded(race)) {
        all.add(finding(race, publications.draggedBy(race)));
      }
    }
    return all;
  }

  private Finding finding(RaceCase race, Set<String> dragged) {
    List<String> members = new ArrayList<>(List.of(race.member()));
    members.addAll(dragged);
    List<Access> accesses = List.of(refs.access(race.earlier()), refs.access(race.later()));
    boolean denied = race.verdict() == OrderCheck.Verdict.DISAGREES;
    LastCommon last = denied ? null : lastOrders.of(race.earlier(), race.later());
    String why = text.of(race, last);
    if (!dragged.isEmpty()) {
      why += " The object is published through this reference, so its fields race with it.";
    }
    String checked = race.verdict() == OrderCheck.Verdict.UNKNOWN ? "epochs" : "epochs+graph";
    return findings.ofAccesses(
        race.rule(),
        denied || unsure ? Certainty.LIKELY : Certainty.CERTAIN,
        title(race.member(), accesses),
        members,
        race.count(),
        accesses,
        new Explanation(why, checked, last, null));
  }

  /** Independent of the run: the member and where the accesses stand, writes first. */
  static String title(String member, List<Access> accesses) {
    List<String> sides = new ArrayList<>();
    accesses.stream()
        .sorted(Comparator.comparing((Access a) -> a.operation() != Operation.WRITE))
        .forEach(a -> sides.add(a.operation().id() + " in " + method(a)));
    if (sides.size() == 2 && accesses.get(0).operation() == accesses.get(1).operation()) {
      sides.sort(null);
    }
    boolean same = sides.size() == 2 && sides.get(0).equals(sides.get(1));
    return member + ": " + (same ? sides.get(0) + ", twice" : String.join(", ", sides));
  }

  private static String method(Access access) {
    Frame frame = Frames.firstOutsideJdk(access.stack());
    String simple = frame.className().substring(frame.className().lastIndexOf('.') + 1);
    return simple + "." + frame.method();
  }
}
