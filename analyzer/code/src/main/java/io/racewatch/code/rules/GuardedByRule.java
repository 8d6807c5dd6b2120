package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.facts.Held;
import io.racewatch.code.summary.Touch;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Accesses without the lock that the annotation of the field names; one finding a field. */
final class GuardedByRule implements ProgramRule {
  static final String ANNOTATION = "GuardedBy";

  @Override
  public void check(View view, Consumer<Finding> out) {
    GuardNames names = new GuardNames(view);
    for (ClassFacts owner : view.program().classes().all()) {
      for (ClassFacts.Field field : owner.fields().values()) {
        String expression = field.annotations().get(ANNOTATION);
        if (expression != null && !expression.isBlank()) {
          String key = owner.name() + "." + field.name();
          List<Set<String>> locks = names.all(expression, owner.name(), field.name());
          if (locks.isEmpty()) {
            out.accept(unresolvable(view, owner, key, expression));
          } else {
            check(view, key, expression, locks, out);
          }
        }
      }
    }
  }

  private static void check(
      View view, String field, String expression, List<Set<String>> locks, Consumer<Finding> out) {
    List<Site> without = new ArrayList<>();
    int all = 0;
    for (List<Site> sites : guarded(view, field, expression)) {
      for (Site site : sites) {
        all++;
        if (!site.vague() && !locks.stream().allMatch(each -> holds(site, each))) {
          without.add(site);
        }
      }
    }
    if (!without.isEmpty()) {
      Site worst = without.get(0);
      for (Site site : without) {
        worst = site.write() && !worst.write() ? site : worst;
      }
      out.accept(finding(view, field, expression, locks, worst, without.size(), all));
    }
  }

  /** The accesses that are meant: to the field, or to the object in it that is its own lock. */
  private static List<List<Site>> guarded(View view, String field, String expression) {
    String member = Refs.member(field);
    if (!GuardNames.itself(expression)) {
      return view.groups().of(Touch.Kind.FIELD + member);
    }
    List<List<Site>> both = new ArrayList<>(view.groups().of(Touch.Kind.LIBRARY + member));
    both.addAll(view.groups().of(Touch.Kind.ELEMENT + member + "[]"));
    return both;
  }

  private static boolean holds(Site site, Set<String> locks) {
    for (Map.Entry<String, Held.Mode> each : site.guards().entrySet()) {
      boolean enough = !site.write() || each.getValue() == Held.Mode.EXCLUSIVE;
      if (enough && locks.contains(each.getKey())) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the locks is not held at all, in whatever mode. */
  private static boolean lacks(Site site, List<Set<String>> locks) {
    return locks.stream().anyMatch(names -> names.stream().noneMatch(site.guards()::containsKey));
  }

  /** Whether a lock of that name is held, but that of another object. */
  private static boolean another(Site site, List<Set<String>> locks) {
    for (Set<String> names : locks) {
      for (String name : names) {
        boolean own = name.startsWith(Guards.OWN);
        String plain = own ? name.substring(Guards.OWN.length()) : name;
        if (own && !site.guards().containsKey(name) && site.guards().containsKey(plain)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String lockName(List<Set<String>> locks, Site site) {
    String name = new TreeSet<>(locks.get(0)).first();
    String plain = name.startsWith(Guards.OWN) ? name.substring(Guards.OWN.length()) : name;
    return LockWords.name(plain, site.touch());
  }

  private static Finding finding(
      View view,
      String field,
      String expression,
      List<Set<String>> locks,
      Site worst,
      int without,
      int all) {
    String member = Refs.member(field);
    List<Access> accesses = List.of(view.refs().access(worst.touch(), member, worst.from()));
    boolean shared = worst.write() && !lacks(worst, locks);
    String why =
        "The field is annotated to be guarded by "
            + expression
            + ". "
            + (all - without)
            + " of "
            + all
            + (all == 1 ? " place that uses it holds" : " places that use it hold")
            + " that; the "
            + Words.side(worst.touch())
            + (shared
                ? " holds it only as readers do. Take it as a writer there."
                : another(worst, locks)
                    ? " holds that of another object. Take the one of the object that it uses."
                    : " does not. Take it there, too.");
    String title = member + ": " + Words.side(worst.touch()) + " without " + expression;
    return Make.ofAccesses(
        Rule.GUARDED_BY,
        Certainty.LIKELY,
        title,
        member,
        without,
        accesses,
        why,
        new Explanation.Guard(lockName(locks, worst), all - without, all));
  }

  private static Finding unresolvable(
      View view, ClassFacts owner, String field, String expression) {
    String member = Refs.member(field);
    Frame frame = new Frame(Refs.dots(owner.name()), "<init>", owner.source(), 0);
    Access access =
        new Access(member, Operation.READ, "plain", "", null, List.of(frame), List.of());
    return Make.ofAccesses(
        Rule.GUARDED_BY,
        Certainty.LIKELY,
        member + ": the guard '" + expression + "' names nothing",
        member,
        1,
        List.of(access),
        "No field, method or class of that name is there, so nothing can hold it.",
        null);
  }
}
