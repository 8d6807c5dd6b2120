package io.racewatch.code.rules;

import io.racewatch.code.api.Origin;
import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Touch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All accesses to each field that other code can reach, from methods that it can call. */
final class FieldGroups {
  private static final Set<String> NOT_SHARED_YET =
      Set.of(
          "<init>", "<clinit>", "finalize", "readObject", "writeObject", "readExternal", "clone");

  private final Map<String, Map<String, Site>> groups = new TreeMap<>();
  private final Map<String, Map<String, Site>> served = new TreeMap<>();

  FieldGroups(View view) {
    for (Summary root : view.roots()) {
      for (Touch touch : root.touches()) {
        if (counts(view, root.of(), touch)) {
          String member = RaceRule.member(view, touch);
          add(groups, member, touch.place(), touch, root);
          if (touch.tag() < 0 && view.origins().of(root.of()) != null) {
            add(served, member, touch.place() + ' ' + root.of().key(), touch, root);
          }
        }
      }
    }
  }

  private static void add(
      Map<String, Map<String, Site>> to, String member, String place, Touch touch, Summary root) {
    if (member != null) {
      String key = member + '|' + shape(touch.object());
      Map<String, Site> sites = to.computeIfAbsent(key, k -> new LinkedHashMap<>());
      Site site = sites.get(place);
      if (site == null) {
        sites.put(place, new Site(touch, root));
      } else {
        site.also(touch, root);
      }
    }
  }

  /** Whether an access of a method that others call may be shared. */
  static boolean counts(View view, MethodBody root, Touch touch) {
    boolean own = touch.tag() < 0;
    if (own && (asked(touch) || View.isMain(root) || NOT_SHARED_YET.contains(root.name()))) {
      return false;
    }
    Origin origin = view.origins().of(root);
    if (own && origin != null && origin.before()) {
      return false;
    }
    if (touch.kind() == Touch.Kind.ELEMENT && touch.member() == null) {
      return false;
    }
    Path object = touch.object();
    boolean passed = object != null && object.root().is(Kind.PARAM) && !object.root().isParam(0);
    return (!passed || declared(view, touch))
        && (object == null || object.is(Kind.STATIC) || !Guards.vague(object));
  }

  /**
   * Whether the field says which lock guards it, so that whose object it is makes no difference.
   */
  private static boolean declared(View view, Touch touch) {
    if (touch.kind() != Touch.Kind.FIELD) {
      return false;
    }
    ClassFacts.Field field = view.program().classes().field(touch.member());
    return field != null && field.annotations().containsKey(GuardedByRule.ANNOTATION);
  }

  /** Whether a method on the way says itself that its callers hold the lock. */
  private static boolean asked(Touch touch) {
    return touch.trace().innermostFirst().stream()
        .anyMatch(step -> step.in().annotations().containsKey(GuardedByRule.ANNOTATION));
  }

  /** The object that is accessed, as a word that is the same in all methods. */
  private static String shape(Path object) {
    if (object == null) {
      return "";
    }
    boolean field = object.is(Kind.FIELD) && !Guards.outer(object);
    return field || object.is(Kind.STATIC) ? object.name() : "this";
  }

  /** The accesses of one member, apart for each kind of object that has it. */
  List<List<Site>> of(String member) {
    List<List<Site>> found = new ArrayList<>();
    groups.forEach(
        (key, sites) -> {
          if (key.startsWith(member + '|')) {
            found.add(new ArrayList<>(sites.values()));
          }
        });
    return found;
  }

  /** The accesses of each field, of methods that a framework calls, apart for each of these. */
  List<List<Site>> served() {
    List<List<Site>> all = new ArrayList<>();
    served.values().forEach(sites -> all.add(List.copyOf(sites.values())));
    return all;
  }

  /** The accesses of each field of one object, by a key that starts with the member and a bar. */
  Map<String, List<Site>> all() {
    Map<String, List<Site>> all = new TreeMap<>();
    groups.forEach((member, sites) -> all.put(member, new ArrayList<>(sites.values())));
    return all;
  }
}
