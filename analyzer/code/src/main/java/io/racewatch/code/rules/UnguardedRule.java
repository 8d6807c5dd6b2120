package io.racewatch.code.rules;

import io.racewatch.code.summary.Touch;
import io.racewatch.code.summary.Trace;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes without the lock that the other accesses of the field hold; one finding a field. */
final class UnguardedRule implements ProgramRule {
  /** With fewer places a share says nothing. */
  private static final int FEW = 4;

  private static final Set<String> STARTS =
      Set.of("boot", "init", "initialize", "start", "open", "configure", "setUp", "load");

  @Override
  public void check(View view, Consumer<Finding> out) {
    Set<String> racing = view.racing();
    for (Map.Entry<String, List<Site>> each : view.groups().all().entrySet()) {
      Guarding guarding = Guarding.of(each.getValue());
      if (guarding.lock() != null
          && !view.annotated(each.getValue())
          && !racing.contains(each.getKey().substring(0, each.getKey().indexOf('|')))) {
        check(view, guarding, out);
      }
    }
  }

  private static void check(View view, Guarding guarding, Consumer<Finding> out) {
    Site worst = null;
    Site beside = null;
    long count = 0;
    boolean left = false;
    boolean sometimes = false;
    for (Site each : guarding.others()) {
      Site site = each.without(guarding.lock());
      Site partner = GuardPairs.partner(site, guarding.holders());
      if (site.write() && site.guards().isEmpty() && partner != null) {
        count++;
        boolean shorter =
            worst == null || site.touch().trace().depth() < worst.touch().trace().depth();
        worst = shorter ? site : worst;
        beside = shorter ? partner : beside;
        left = shorter ? each.leftToCallers(guarding.lock()) : left;
        sometimes = shorter ? each.sometimes(guarding.lock()) : sometimes;
      }
    }
    if (worst != null) {
      boolean meant =
          guarding.written()
              || guarding.holders().size() >= 2
              || sometimes
              || guarding.lock().equals("this") && GuardPairs.accessor(beside);
      boolean own = view.isAction(worst.touch().trace().last().in());
      boolean likely = !left && !own && !startsUp(worst) && guarding.meant() && meant;
      likely &= most(view, guarding, worst, beside);
      out.accept(finding(view, guarding, worst, beside, count, likely));
    }
  }

  /** Whether two thirds of all places hold it: where fewer do, some other order may be meant. */
  private static boolean most(View view, Guarding guarding, Site worst, Site beside) {
    Usual usual = view.usual().of(worst.touch());
    boolean same = usual != null && usual.lock().equals(guarding.lock());
    Explanation.Guard guard = same ? usual.guard(worst.touch(), beside.touch()) : null;
    long held = same ? guard.held() : guarding.holders().size();
    long of = same ? guard.of() : guarding.size();
    return of < FEW || held * 3 >= of * 2;
  }

  /** Whether it is done while a component starts up, before others know it. */
  static boolean startsUp(Site site) {
    for (Trace step : site.touch().trace().innermostFirst()) {
      if (STARTS.contains(step.in().name())) {
        return true;
      }
    }
    return false;
  }

  private static Finding finding(
      View view, Guarding guarding, Site worst, Site beside, long count, boolean likely) {
    Touch touch = worst.touch();
    boolean library = touch.kind() == Touch.Kind.LIBRARY;
    String name = view.refs().member(touch);
    String member = library ? Refs.dots(view.libraries().unsafe(touch.object())) : name;
    List<Access> accesses =
        List.of(
            view.refs().access(touch, member, worst.from()),
            view.refs().access(beside.touch(), member, beside.from()));
    String label = LockWords.label(guarding.lock(), touch);
    Usual usual = view.usual().of(touch);
    boolean same = usual != null && usual.lock().equals(guarding.lock()) && !usual.heldBy(touch);
    int held = guarding.holders().size();
    String why =
        same
            ? usual.say(touch, beside.touch())
            : held
                + " of "
                + guarding.size()
                + " places that use it hold "
                + label
                + "; this one does not. Take it here, too.";
    Explanation.Guard guard =
        same
            ? usual.guard(touch, beside.touch())
            : new Explanation.Guard(LockWords.name(guarding.lock(), touch), held, guarding.size());
    return Make.ofAccesses(
        Rule.UNGUARDED_WRITE,
        likely ? Certainty.LIKELY : Certainty.POSSIBLE,
        (library ? member + " in " + name : name) + ": " + Words.side(touch) + " without " + label,
        member,
        count,
        accesses,
        why,
        guard);
  }
}
