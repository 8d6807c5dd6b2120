package io.racewatch.code.rules;

import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Touch;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data races and races on library objects, one finding for each field. */
final class RaceRule implements ProgramRule {
  @Override
  public void check(View view, Consumer<Finding> out) {
    view.candidates().forEach((member, all) -> out.accept(finding(view, all)));
  }

  /** Pairs that may race, by what they are about. */
  static Map<String, List<Candidate>> candidates(View view) {
    Map<String, List<Candidate>> byMember = new TreeMap<>();
    Confinement confinement = new Confinement(view.program());
    Consumer<Candidate> collect =
        candidate -> {
          String member = member(view, candidate.a());
          if (member != null) {
            Candidate judged = confinement.of(candidate.a()) ? candidate.weaker() : candidate;
            byMember.computeIfAbsent(member, k -> new ArrayList<>()).add(judged);
          }
        };
    new ThreadPairs(view).each(collect);
    new GuardPairs(view).each(collect);
    new OriginPairs(view).each(collect);
    return byMember;
  }

  /** What findings are grouped by; null if the object is safe or not known. */
  static String member(View view, Touch touch) {
    if (touch.kind() == Touch.Kind.LIBRARY && view.libraries().unsafe(touch.object()) == null) {
      return null;
    }
    Path object = touch.object();
    boolean local = object != null && object.is(Path.Kind.MADE);
    String place = local ? object.name() + object.index() : "";
    return touch.kind() + view.refs().member(touch) + place;
  }

  private static Finding finding(View view, List<Candidate> all) {
    Candidate best = all.get(0);
    Set<String> places = new HashSet<>();
    for (Candidate each : all) {
      places.add(each.key());
      best = each.rank() > best.rank() ? each : best;
    }
    Touch touch = best.a();
    boolean library = touch.kind() == Touch.Kind.LIBRARY;
    String name = view.refs().member(touch);
    String member = library ? Refs.dots(view.libraries().unsafe(touch.object())) : name;
    List<Access> accesses =
        List.of(
            view.refs().access(best.a(), member, best.inA()),
            view.refs().access(best.b(), member, best.inB()));
    Certainty certainty =
        best.strength() >= Candidate.LIKELY ? Certainty.LIKELY : Certainty.POSSIBLE;
    Usual usual = view.usual().of(touch);
    String of = library && !name.equals(member) ? member + " in " + name : member;
    String title = of + ": " + Words.side(best.a()) + ", " + Words.side(best.b());
    return Make.ofAccesses(
        library ? Rule.API_RACE : Rule.DATA_RACE,
        certainty,
        title,
        member,
        places.size(),
        accesses,
        why(best, usual),
        usual == null ? null : usual.guard(best.a(), best.b()));
  }

  /** The evidence, the locks, and what to do, each where there is something to say. */
  private static String why(Candidate best, Usual usual) {
    String most = usual == null ? "" : usual.say(best.a(), best.b());
    String locks = most.isEmpty() ? Words.locks(best.a(), best.b()) : "";
    String advice = most.isEmpty() ? Words.advice(best.a(), best.b()) : "";
    return Stream.of(best.why(), most, locks, advice)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
