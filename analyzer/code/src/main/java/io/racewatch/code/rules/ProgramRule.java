package io.racewatch.code.rules;

import io.racewatch.model.Finding;
import java.util.function.Consumer;

/** A rule about the program as a whole. */
interface ProgramRule {
  /** Says what breaks the rule. */
  void check(View view, Consumer<Finding> out);
}
