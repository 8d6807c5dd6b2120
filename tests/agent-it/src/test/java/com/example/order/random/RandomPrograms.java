package com.example.order.random;

import com.example.order.CellLoader;
import com.example.order.VirtualFactory;
import java.util.concurrent.ThreadFactory;

/** Runs many random programs in one JVM, each with a class of its own for its variables. */
public final class RandomPrograms {
  private static final int STEPS = 45;
  private static final int VIRTUAL_SINCE = 21;

  private RandomPrograms() {}

  /**
   * Prints a line for each program: the class of its variables and the races that full vector
   * clocks see, or how it failed.
   *
   * @param args the first seed, and how many
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    long first = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    CellLoader loader = new CellLoader(VariablesTemplate.class);
    for (long seed = first; seed < first + count; seed++) {
      String name = "com.example.order.programs.Program" + seed;
      Generator.Program program = new Generator(seed).make(STEPS);
      Variables variables = (Variables) loader.make(name);
      System.out.println(
          name
              + " | "
              + String.join(", ", program.races())
              + " | "
              + play(program, variables, seed));
    }
  }

  private static String play(Generator.Program program, Variables variables, long seed) {
    try {
      new Run(program.steps(), variables, factory(seed), "program" + seed + "-").play();
      return "ran";
    } catch (InterruptedException | RuntimeException e) {
      return "failed: " + e + " in " + program.steps();
    }
  }

  private static ThreadFactory factory(long seed) {
    if (seed % 2 == 1 && Runtime.version().feature() >= VIRTUAL_SINCE) {
      return VirtualFactory.make();
    }
    return task -> {
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      return thread;
    };
  }
}
