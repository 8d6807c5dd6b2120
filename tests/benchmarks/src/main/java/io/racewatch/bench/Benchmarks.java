package io.racewatch.bench;

import java.util.List;

/** Prints a Markdown table of what watching costs. */
public final class Benchmarks {
  private static final int WRONG_USE = 2;
  private static final int FAILED = 1;

  private Benchmarks() {}

  /** Ends with 1 when a program behaves differently, or the detector is blind. */
  public static void main(String[] args) throws Exception {
    try {
      Setup setup = Setup.parse(args);
      Launch launch = new Launch(setup);
      Table table = setup.program().isEmpty() ? kernels(setup, launch) : program(setup, launch);
      System.out.println(table);
      System.err.println("all runs are kept in " + launch.root());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USE);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    }
  }

  private static Table kernels(Setup setup, Launch launch) throws Exception {
    Table table = new Table();
    for (Kernel kernel : Kernel.ALL) {
      System.err.println(kernel.name() + " …");
      Twins.checkClean(launch, kernel);
      Twins.check(launch, setup, kernel);
      Pairs startUp = Pairs.of(launch, kernel.startUp(), setup.runs());
      table.add(kernel.name(), Pairs.of(launch, kernel.command(setup), setup.runs()), startUp);
    }
    return table;
  }

  /** Another program, against the start-up of a kernel. */
  private static Table program(Setup setup, Launch launch) throws Exception {
    List<String> command = setup.program();
    Table table = new Table();
    Pairs startUp = Pairs.of(launch, Kernel.ALL.get(0).startUp(), setup.runs());
    table.add(command.get(command.size() - 1), Pairs.of(launch, command, setup.runs()), startUp);
    return table;
  }
}
