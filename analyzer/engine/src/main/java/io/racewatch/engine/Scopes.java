package io.racewatch.engine;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.Scope;
import io.racewatch.model.options.Patterns;
import java.util.List;

/**
 * Whose code a finding is in: the user's own if the member is declared there, or an access or an
 * acquire is made there, which is the first frame outside the JDK.
 */
final class Scopes {
  private final List<String> own;

  /**
   * Knows the user's classes.
   *
   * @param own patterns; if there are none, every class but the JDK's is the user's
   */
  Scopes(List<String> own) {
    this.own = List.copyOf(own);
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

  private boolean ownClass(String name) {
    if (own.isEmpty()) {
      return !Frames.isJdk(name);
    }
    return own.stream().anyMatch(pattern -> Patterns.matches(pattern.strip(), name));
  }
}
