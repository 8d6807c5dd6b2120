package io.racewatch.model.suppress;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.LockRef;
import io.racewatch.model.options.Patterns;
import java.util.List;

/** What a suppression's pattern is compared with. */
public enum Kind {
  /** A member of a race or of an unguarded write, or the class that declares it. */
  RACE("race") {
    @Override
    boolean matches(String pattern, Finding finding) {
      return finding.cycle().isEmpty() && anyMember(pattern, finding);
    }
  },
  /** A lock of a cycle by name or class, the class that declares it, or one that takes it. */
  DEADLOCK("deadlock") {
    @Override
    boolean matches(String pattern, Finding finding) {
      if (finding.cycle().isEmpty()) {
        return false;
      }
      for (CycleEdge edge : finding.cycle()) {
        if (lock(pattern, edge.holds())
            || lock(pattern, edge.wants())
            || top(pattern, edge.holdsAt())
            || top(pattern, edge.wantsAt())) {
          return true;
        }
      }
      return anyMember(pattern, finding);
    }
  },
  /** The innermost frame, or the innermost outside the JDK, of either stack. */
  TOP("top") {
    @Override
    boolean matches(String pattern, Finding finding) {
      for (List<Frame> stack : Stacks.of(finding)) {
        if (top(pattern, stack)) {
          return true;
        }
      }
      return false;
    }
  },
  /** Any frame of either stack. */
  CALLED_FROM("called-from") {
    @Override
    boolean matches(String pattern, Finding finding) {
      for (List<Frame> stack : Stacks.of(finding)) {
        for (Frame frame : stack) {
          if (frame(pattern, frame)) {
            return true;
          }
        }
      }
      return false;
    }
  };

  private final String prefix;

  Kind(String prefix) {
    this.prefix = prefix;
  }

  /** The word before the colon. */
  public String prefix() {
    return prefix;
  }

  abstract boolean matches(String pattern, Finding finding);

  static Kind of(String prefix) {
    for (Kind kind : values()) {
      if (kind.prefix.equals(prefix)) {
        return kind;
      }
    }
    return null;
  }

  private static boolean anyMember(String pattern, Finding finding) {
    for (String member : finding.members()) {
      if (member(pattern, member)) {
        return true;
      }
    }
    for (Access access : finding.accesses()) {
      if (member(pattern, access.member())) {
        return true;
      }
    }
    return false;
  }

  /** A member matches by its own name, as an array also without brackets, or by its class. */
  private static boolean member(String pattern, String member) {
    String plain = member.endsWith("[]") ? member.substring(0, member.length() - 2) : member;
    int dot = plain.lastIndexOf('.');
    return Patterns.matches(pattern, member)
        || Patterns.matches(pattern, plain)
        || dot > 0 && Patterns.matches(pattern, plain.substring(0, dot));
  }

  private static boolean lock(String pattern, LockRef lock) {
    return lock != null
        && (member(pattern, lock.lock()) || Patterns.matches(pattern, lock.className()));
  }

  private static boolean top(String pattern, List<Frame> stack) {
    return !stack.isEmpty()
        && (frame(pattern, stack.get(0)) || frame(pattern, Frames.firstOutsideJdk(stack)));
  }

  private static boolean frame(String pattern, Frame frame) {
    return Patterns.matches(pattern, frame.className() + "." + frame.method())
        || Patterns.matches(pattern, frame.className());
  }
}
