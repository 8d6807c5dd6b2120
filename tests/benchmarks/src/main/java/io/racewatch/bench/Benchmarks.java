package io.racewatch.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what watching costs. */
public final class Benchmarks {
  private static final int WRONG_USE = 2;
  private static final int FAILED = 1;
  private static final Path PROGRAMS = Path.of("tests/benchmarks/programs/target");

  private Benchmarks() {}

  /** Ends with 1 when a program behaves differently, or the detector is blind. */
  public static void main(String[] args) throws Exception {
    try {
      Setup setup = Setup.parse(args);
      Launch launch = new Launch(setup);
      Journal journal = new Journal(setup.results(), Machine.jdk(setup.java()));
      try {
        new Rounds(setup, launch, journal).run(subjects(setup));
      } finally {
        Tables tables = new Tables(new Figures(journal.lines()));
        System.out.println(tables.all());
        if (setup.publish()) {
          Page.write(tables, new Figures(journal.lines()), setup.results());
        }
        System.err.println("figures: " + setup.results() + "; all runs: " + launch.root());
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USE);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    }
  }

  private static List<Subject> subjects(Setup setup) throws Exception {
    List<String> program = setup.program();
    if (!program.isEmpty()) {
      String name = program.get(program.size() - 1);
      return List.of(Subject.of(Subject.Kind.PROGRAM, name, program));
    }
    List<Subject> all = new ArrayList<>(Kernels.all(setup.quick()));
    all.addAll(Programs.all(PROGRAMS, setup.quick()));
    all.removeIf(subject -> !setup.wants(subject));
    return all;
  }
}
