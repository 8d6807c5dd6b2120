package io.racewatch.code.pattern;

import java.util.List;

/** The table of pattern rules: a row for each. */
final class Patterns {
  static final List<PatternRule> ALL = List.of(new WaitNotInLoop(), new UnsafeSharedApi());

  private Patterns() {}
}
