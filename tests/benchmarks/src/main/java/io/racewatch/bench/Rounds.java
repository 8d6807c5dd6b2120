package io.racewatch.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs everything round by round: each program plain, then watched, so that both meet the same
 * weather; what was measured before, or would not end in time, is left out.
 */
final class Rounds {
  /** Where nothing is known. */
  private static final double GUESS_SECONDS = 40;

  private final Setup setup;
  private final Launch launch;
  private final Journal journal;
  private final long deadline;
  private final Map<Subject, String> outputs = new HashMap<>();

  Rounds(Setup setup, Launch launch, Journal journal) {
    this.setup = setup;
    this.launch = launch;
    this.journal = journal;
    this.deadline = System.nanoTime() + (long) (setup.minutes() * 60e9);
  }

  /**
   * Runs what is missing.
   *
   * @throws IllegalStateException if a program behaves differently, or the detector is blind
   */
  void run(List<Subject> subjects) throws Exception {
    for (Subject.Kind kind : Subject.Kind.values()) {
      for (Subject subject : subjects) {
        if (subject.kind() == kind && subject.twin() != null && mayTake(GUESS_SECONDS / 2)) {
          Twins.check(launch, journal, subject);
        }
      }
    }
    for (int round = 1; round <= setup.rounds(); round++) {
      for (Subject.Kind kind : Subject.Kind.values()) {
        for (Subject subject : subjects) {
          if (subject.kind() == kind) {
            turn(subject, round);
          }
        }
      }
    }
  }

  private void turn(Subject subject, int round) throws Exception {
    double needed = 0;
    for (Configuration configuration : setup.configurations()) {
      if (!journal.has(subject, configuration, round)) {
        double last = journal.lastSeconds(subject, configuration);
        needed += last < 0 ? GUESS_SECONDS : last;
      }
    }
    if (needed == 0) {
      return;
    }
    if (!mayTake(needed)) {
      System.err.println("no time for " + subject.name() + ", round " + round);
      return;
    }
    System.err.println("round " + round + ": " + subject.name());
    for (Configuration configuration : setup.configurations()) {
      if (!journal.has(subject, configuration, round)) {
        measure(subject, configuration, round);
      }
    }
  }

  private boolean mayTake(double seconds) {
    return System.nanoTime() + seconds * 1e9 < deadline;
  }

  private void measure(Subject subject, Configuration configuration, int round) throws Exception {
    Path folder = launch.folder();
    if (subject.isOperations()) {
      Operations.run(setup, launch, journal, subject, configuration, round);
      return;
    }
    Measurement run = launch.run(configuration, subject.program(), folder);
    if (run.exit() == Measurement.CUT) {
      System.err.println(subject.name() + " was ended after " + setup.limitSeconds() + " s");
      add(subject, configuration, round, Journal.CUT, run.cpuMillis());
      return;
    }
    String output = run.exit() + "\n" + run.output();
    String before = outputs.putIfAbsent(subject, output);
    if (run.exit() != 0 || before != null && !before.equals(output)) {
      throw new IllegalStateException(
          subject.name() + " in " + folder + ": " + before + " became " + output);
    }
    Collections collections = Collections.in(folder);
    add(subject, configuration, round, "cpu_ms", run.cpuMillis());
    add(subject, configuration, round, "peak_kib", run.peakKib());
    add(subject, configuration, round, "gc_ms", collections.pauseMillis());
    add(subject, configuration, round, "live_mib", collections.liveMib());
    add(subject, configuration, round, "wall_ms", run.wallMillis());
  }

  private void add(Subject s, Configuration c, int round, String figure, double value)
      throws Exception {
    journal.add(s.kind(), s.name(), c, round, figure, value);
  }
}
