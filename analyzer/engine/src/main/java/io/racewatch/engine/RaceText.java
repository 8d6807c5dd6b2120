package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.HappensBeforeGraph;
import io.racewatch.graph.Step;
import io.racewatch.model.Explanation.LastCommon;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.List;

/** Why two accesses race, in plain words. */
final class RaceText {
  private static final int RELEASES_SHOWN = 2;

  private final HappensBeforeGraph graph;
  private final StepText words;
  private final LockText locks;

  RaceText(RunData run, HappensBeforeGraph graph) {
    this.graph = graph;
    this.words = new StepText(run);
    this.locks = new LockText(new Refs(run));
  }

  /** Several sentences. */
  String of(RaceCase race, LastCommon last) {
    Entry.Side a = race.earlier();
    Entry.Side b = race.later();
    List<String> text = new ArrayList<>();
    if (race.verdict() == OrderCheck.Verdict.DISAGREES) {
      text.add(denied(a, b));
    } else {
      text.add("Nothing orders " + name(a) + " before " + name(b) + ".");
    }
    text.add(locks.both(a, b));
    if (race.verdict() != OrderCheck.Verdict.DISAGREES) {
      text.addAll(since(a, b, last));
    }
    text.add(remedy(race));
    if (!a.exact() || !b.exact()) {
      text.add(
          "The callers on the stack of "
              + name(a.exact() ? b : a)
              + " are those of another access by the same code.");
    }
    return String.join(" ", text);
  }

  static String name(Entry.Side side) {
    return "the " + side.operation() + " in " + thread(side);
  }

  private static String thread(Entry.Side side) {
    return side.name().isEmpty() ? "thread " + side.uid() : side.name();
  }

  private String denied(Entry.Side a, Entry.Side b) {
    List<Step> chain = graph.chain(Refs.moment(a.at()), Refs.moment(b.at()));
    if (chain == null) {
      chain = graph.chain(Refs.moment(b.at()), Refs.moment(a.at()));
    }
    String how = chain.isEmpty() ? "both are in one thread" : words.chain(chain);
    return "The accesses were seen unordered, but the recorded synchronisation orders them: "
        + how
        + ". One of the two is an error in racewatch; please report it.";
  }

  private List<String> since(Entry.Side a, Entry.Side b, LastCommon last) {
    List<String> text = new ArrayList<>();
    if (last == null) {
      text.add("No synchronisation between the two threads was seen at all.");
    }
    List<Step> releases = graph.releasesAfter(Refs.moment(a.at()), RELEASES_SHOWN);
    if (releases.isEmpty()) {
      text.add(
          "No thread took over anything that "
              + thread(a)
              + " released after its "
              + a.operation()
              + ".");
    } else {
      String steps = String.join(" and ", releases.stream().map(words::step).toList());
      text.add(
          "After its "
              + a.operation()
              + ", "
              + steps
              + ", but that does not reach "
              + name(b)
              + ".");
    }
    Step acquire = graph.lastAcquire(Refs.moment(b.at()));
    if (acquire != null && !acquire.through().kind().equals("start")) {
      text.add(
          "The last that "
              + thread(b)
              + " took over before its "
              + b.operation()
              + ": "
              + words.step(acquire)
              + ".");
    }
    return text;
  }

  private String remedy(RaceCase race) {
    String guard = locks.ofOneSide(race.earlier(), race.later());
    if (guard != null) {
      return "Holding " + guard + " at both accesses would order them.";
    }
    if (race.rule() == Rule.API_RACE) {
      return race.member()
          + " is not safe for use by several threads; hold one lock around every use, or use a"
          + " concurrent class.";
    }
    boolean element = race.member().endsWith("[]");
    boolean update = race.earlier().site().method().equals(race.later().site().method());
    if (element) {
      return "Hold one lock at both accesses, or hand the array over through a synchroniser.";
    }
    return update
        ? "Hold one lock at both accesses, or use an atomic variable."
        : "Hold one lock at both accesses, or declare the field volatile.";
  }
}
