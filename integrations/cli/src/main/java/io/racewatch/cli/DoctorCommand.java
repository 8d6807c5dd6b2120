package io.racewatch.cli;

import io.racewatch.engine.EngineOptions;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Rule;
import io.racewatch.model.options.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Says whether the agent works on this JVM, by watching a program with planted defects. */
@CommandLine.Command(
    name = "doctor",
    description = "Say what this JVM is and whether racewatch works on it.",
    footer = "%nOptions given are passed to the agent.")
final class DoctorCommand extends Command {
  private boolean blind;

  @Override
  int run(Options options) throws Exception {
    Path jar = OwnJar.path();
    Path folder = Files.createTempDirectory("racewatch-doctor");
    try {
      line("java", System.getProperty("java.home"));
      line("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
      line("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
      line("jar", jar.toString());
      examine(new Checkup(jar, folder, arguments().given()), options);
    } finally {
      Folders.delete(folder);
    }
    line("verdict", blind ? "racewatch is BLIND here" : "racewatch works here");
    return blind ? ExitCode.BLIND : ExitCode.CLEAN;
  }

  private void examine(Checkup checkup, Options options) throws Exception {
    Checkup.Outcome outcome = checkup.run();
    check("program ends as without us", outcome.code() == 0, "exit code " + outcome.code());
    if (!outcome.errors().isBlank()) {
      outcome.errors().lines().forEach(text -> line("  said", text));
    }
    List<Path> files = checkup.runFiles();
    check("run file", !files.isEmpty(), "none was written: the agent did not start");
    if (files.isEmpty()) {
      return;
    }
    RunFiles runs = new RunFiles(files, List.of());
    Report report = Analysis.of(runs, EngineOptions.defaults(), console()).report();
    check("canary", !report.blind(), "the planted race of the start was not found");
    check("race", has(report, Rule.DATA_RACE, "doctor.Patient.racy"), "was not found");
    check("lock-order cycle", has(report, Rule.LOCK_ORDER_CYCLE, "doctor."), "was not found");
    check(
        "guarded field silent",
        !has(report, Rule.DATA_RACE, "doctor.Patient.guarded"),
        "was reported though it is guarded");
    report.runs().forEach(run -> run.notes().forEach(note -> line("  note", note)));
  }

  private static boolean has(Report report, Rule rule, String start) {
    for (Finding finding : report.findings()) {
      if (finding.rule() == rule && finding.members().stream().anyMatch(m -> m.startsWith(start))) {
        return true;
      }
    }
    return false;
  }

  private void check(String what, boolean good, String otherwise) {
    blind |= !good;
    line(what, good ? "ok" : "FAILED: " + otherwise);
  }

  private void line(String what, String text) {
    console().out().printf("%-28s %s%n", what, text);
  }
}
