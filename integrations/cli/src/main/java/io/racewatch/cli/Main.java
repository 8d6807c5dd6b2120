package io.racewatch.cli;

/** Where the launcher enters the command line. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new Cli(Console.ofProcess()).run(arguments));
  }
}
