package io.racewatch.code.summary;

import io.racewatch.code.calls.Program;

/** What all summaries of a program share. */
record Surroundings(
    Program program, Targets targets, LockNames names, Shared shared, OrderNames orders) {
  static Surroundings of(Program program) {
    return new Surroundings(
        program,
        new Targets(program),
        new LockNames(program),
        new Shared(program),
        new OrderNames());
  }
}
