package io.racewatch.engine;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.Scope;
import io.racewatch.model.options.Patterns;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose code a finding is in: the user's own if the member is declared there, or an access or an
 * acquire is made there, which is the first frame outside the JDK.
 */
final class Scopes {
  private final Predicate<String> own;

  /**
   * Knows the user's classes.
   *
   * @param own patterns; if there are none, every class but the JDK's is the user's
   */
  Scopes(List<String> own) {
    List<String> patterns = own.stream().map(String::strip).toList();
    this.own =
        patterns.isEmpty()
            ? name -> !Frames.isJdk(name)
            : name -> patterns.stream().anyMatch(each -> Patterns.matches(each, name));
  }

  private Scopes(Set<String> own) {
    this.own = own::contains;
  }

  /** What the options say, else the classes that came from the user's own folders and jars. */
  static Scopes of(EngineOptions options, Set<String> classes) {
    return options.own().isEmpty() ? new Scopes(classes) : new Scopes(options.own());
  }

  /** What the options say, else what the run was told, else what it guessed. */
  static Scopes of(EngineOptions options, RunData run) {
    if (!options.own().isEmpty()) {
      return new Scopes(options.own());
    }
    String told = run.meta("own", "");
    return told.isEmpty() ? new Scopes(run.own) : new Scopes(List.of(told.split(",")));
  }

  Scope of(List<String> members, List<Access> accesses, List<CycleEdge> cycle) {
    boolean mine =
        members.stream().anyMatch(this::ownMember)
            || accesses.stream().anyMatch(a -> ownTop(a.stack()))
            || cycle.stream().anyMatch(e -> ownTop(e.holdsAt()) || ownTop(e.wantsAt()));
    return mine ? Scope.OWN : Scope.LIBRARY;
  }

  private boolean ownMember(String member) {
    String plain = member.replace("[]", "");
    int dot = plain.lastIndexOf('.');
    return dot > 0 && (ownClass(plain) || ownClass(plain.substring(0, dot)));
  }

  private boolean ownTop(List<Frame> stack) {
    Frame top = Frames.firstOutsideJdk(stack);
    return top != null && ownClass(top.className());
  }

  boolean ownClass(String name) {
    return own.test(name);
  }
}
