package io.racewatch.code.finding;

import io.racewatch.model.Access;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One finding for one fault: of what several rules say about one field, or about one call on a
 * library object, the surest and most telling stays, and names the others.
 */
public final class Folding {
  /** Rules that speak of a field, those that say best what to do first. */
  private static final List<Rule> FIELDS =
      List.of(
          Rule.GUARDED_BY,
          Rule.UNSTABLE_LOCK,
          Rule.DOUBLE_CHECKED_LOCKING,
          Rule.RACY_LAZY_INIT,
          Rule.MUTABLE_SERVLET_FIELD,
          Rule.SPIN_ON_PLAIN_FIELD,
          Rule.UNSAFE_SHARED_API,
          Rule.VOLATILE_ARRAY,
          Rule.DATA_RACE,
          Rule.API_RACE,
          Rule.UNGUARDED_WRITE,
          Rule.NON_ATOMIC_UPDATE);

  /** Rules that look at the program as a whole and tell one finding a field. */
  private static final Set<Rule> WHOLE =
      EnumSet.of(Rule.DATA_RACE, Rule.API_RACE, Rule.UNGUARDED_WRITE, Rule.GUARDED_BY);

  private static final String IN = " in ";
  private static final String SIGNS = " The same shows as ";
  private static final int SHOWN = 3;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::certainty)
          .thenComparing(finding -> FIELDS.indexOf(finding.rule()))
          .thenComparing(finding -> -finding.accesses().size())
          .thenComparing(Finding::fingerprint);

  private Folding() {}

  /** The findings that stay, in the order in which they were given. */
  public static List<Finding> of(List<Finding> all) {
    Map<String, List<Finding>> faults = new LinkedHashMap<>();
    for (Finding each : all) {
      if (FIELDS.contains(each.rule())) {
        faults.computeIfAbsent(variable(each), k -> new ArrayList<>()).add(each);
      }
    }
    Map<Finding, Finding> roots = new LinkedHashMap<>();
    Set<Finding> folded = new HashSet<>();
    for (List<Finding> fault : faults.values()) {
      Finding root = root(fault);
      List<Finding> others = fault.stream().filter(each -> signOf(each, root)).toList();
      folded.addAll(others);
      roots.put(root, others.isEmpty() ? root : tell(root, others));
    }
    List<Finding> kept = new ArrayList<>();
    for (Finding each : all) {
      if (!folded.contains(each)) {
        kept.add(roots.getOrDefault(each, each));
      }
    }
    return kept;
  }

  /** Whether a finding is, or names among what else shows it, a race of two accesses. */
  public static boolean tellsRace(Finding finding) {
    if (finding.rule() == Rule.DATA_RACE || finding.rule() == Rule.API_RACE) {
      return true;
    }
    String why = finding.explanation() == null ? "" : finding.explanation().text();
    int signs = why.indexOf(SIGNS);
    return signs >= 0
        && (why.indexOf(Rule.DATA_RACE.id(), signs) >= 0
            || why.indexOf(Rule.API_RACE.id(), signs) >= 0);
  }

  private static Finding root(List<Finding> fault) {
    Finding surest = fault.stream().min(ORDER).orElseThrow();
    // A test before a lock is judged by its rule: what the race of the test is worth, it knows.
    return surest.rule() != Rule.DATA_RACE
        ? surest
        : fault.stream()
            .filter(each -> each.rule() == Rule.DOUBLE_CHECKED_LOCKING)
            .filter(each -> methods(each).containsAll(methods(surest)))
            .findFirst()
            .orElse(surest);
  }

  /** Of one rule that looks at single methods, what is in different lines are different faults. */
  private static boolean signOf(Finding each, Finding root) {
    boolean whole = WHOLE.contains(each.rule());
    return each != root && (each.rule() != root.rule() || whole || sharesPlace(each, root));
  }

  private static boolean sharesPlace(Finding a, Finding b) {
    Set<String> places = new HashSet<>();
    a.accesses().forEach(access -> places.add(access.stack().get(0).toString()));
    return b.accesses().stream().anyMatch(x -> places.contains(x.stack().get(0).toString()));
  }

  private static Set<String> methods(Finding finding) {
    Set<String> methods = new HashSet<>();
    for (Access access : finding.accesses()) {
      Frame top = access.stack().get(0);
      methods.add(top.className() + "." + top.method());
    }
    return methods;
  }

  /** The field that a finding is about, or something of its own if it is about none. */
  private static String variable(Finding finding) {
    String member = finding.members().get(0);
    if (finding.accesses().isEmpty() || finding.accesses().get(0).stack().get(0).line() == 0) {
      return finding.fingerprint();
    }
    boolean race = finding.rule() == Rule.API_RACE || finding.rule() == Rule.UNGUARDED_WRITE;
    if (race && finding.accesses().get(0).operation() == Operation.CALL) {
      return holder(finding);
    }
    boolean maybeClass = finding.rule() == Rule.UNSTABLE_LOCK || member.endsWith("[]");
    if (maybeClass && !hasClass(member)) {
      return finding.fingerprint();
    }
    return finding.rule() == Rule.VOLATILE_ARRAY && !member.endsWith("[]") ? member + "[]" : member;
  }

  /** The field that holds a library object, as titles name it; else each is one of its own. */
  private static String holder(Finding call) {
    String title = call.title();
    int in = title.indexOf(IN);
    int colon = title.indexOf(": ");
    return in > 0 && in < colon ? title.substring(in + IN.length(), colon) : call.fingerprint();
  }

  /** Whether a class stands before the last part; arrays that no field holds are their classes. */
  private static boolean hasClass(String member) {
    String owner = member.substring(0, Math.max(member.lastIndexOf('.'), 0));
    String last = owner.substring(owner.lastIndexOf('.') + 1);
    return !last.isEmpty() && Character.isUpperCase(last.charAt(0));
  }

  private static Finding tell(Finding root, List<Finding> others) {
    Set<String> signs = new LinkedHashSet<>();
    others.stream()
        .filter(each -> !WHOLE.contains(each.rule()) || !methods(root).containsAll(methods(each)))
        .sorted(ORDER)
        .forEach(each -> signs.add(sign(each)));
    if (signs.isEmpty()) {
      return root;
    }
    List<String> shown = signs.stream().limit(SHOWN).toList();
    int more = signs.size() - shown.size();
    Explanation why = root.explanation();
    String text =
        why.text()
            + SIGNS
            + String.join("; ", shown)
            + (more > 0 ? "; and " + more + " more" : "")
            + ".";
    return root.with(new Explanation(text, why.checked(), why.lastCommon(), why.guard()));
  }

  /** Such as {@code data-race: write in Foo.set, read in Foo.get}. */
  private static String sign(Finding finding) {
    String title = finding.title();
    int colon = title.indexOf(": ");
    return finding.rule().id() + ": " + (colon < 0 ? title : title.substring(colon + 2));
  }
}
