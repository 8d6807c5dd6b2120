package io.racewatch.cli;

import io.racewatch.model.Version;
import java.io.PrintStream;
import picocli.CommandLine;

/** Prints the version. */
@CommandLine.Command(name = "version", description = "Show the version.")
final class VersionCommand implements Runnable {
  private final PrintStream out;

  VersionCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    out.println("racewatch " + Version.text());
  }
}
