package io.racewatch.code.pattern;

import io.racewatch.code.flow.ClassView;
import io.racewatch.code.flow.MethodView;
import io.racewatch.model.Rule;

/** A rule that looks at one class at a time. Stateless: several threads use it at once. */
interface PatternRule {
  /** What it reports. */
  Rule rule();

  /** Looks at one method. */
  default void check(MethodView method, Sink to) {}

  /** Looks at one class; by default, at each of its methods. */
  default void check(ClassView type, Sink to) {
    for (MethodView method : type.methods()) {
      check(method, to);
    }
  }
}
