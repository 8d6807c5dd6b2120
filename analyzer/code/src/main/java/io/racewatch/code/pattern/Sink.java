package io.racewatch.code.pattern;

import io.racewatch.code.finding.StaticFindings;
import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.MethodView;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes what pattern rules found. */
final class Sink {
  private final Collection<Finding> findings;

  Sink(Collection<Finding> findings) {
    this.findings = findings;
  }

  /** One thing that a rule found. */
  final class Found {
    private final Rule rule;
    private final Certainty certainty;
    private final String member;
    private final List<Access> accesses = new ArrayList<>();

    private Found(Rule rule, Certainty certainty, String member) {
      this.rule = rule;
      this.certainty = certainty;
      this.member = member;
    }

    /** An instruction that shows it; the first is where a person should look first. */
    Found at(MethodView method, int insn, Operation operation) {
      List<LockRef> held = new ArrayList<>();
      for (Held each : method.locks().held(Math.max(insn, 0))) {
        held.add(LockNames.of(method, each));
      }
      accesses.add(
          StaticFindings.access(member, operation, "plain", List.of(method.frame(insn)), held));
      return this;
    }

    /**
     * Hands it over.
     *
     * @param title without the member, which is put before it
     * @param why in words, with what to do about it
     */
    void say(String title, String why) {
      findings.add(
          StaticFindings.ofAccesses(
              rule, certainty, member + ": " + title, List.of(member), accesses, why, null));
    }
  }

  /** Starts one; nothing is reported before {@link Found#say}. */
  Found found(PatternRule rule, Certainty certainty, String member) {
    return new Found(rule.rule(), certainty, member);
  }

  /** {@code Foo.bar}: the method for a title. */
  static String method(MethodView method) {
    String type = method.owner().binaryName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + method.name();
  }
}
