package io.racewatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the single operations under JMH, each in a JVM of its own. */
final class Operations {
  private static final int SCORE = 4;

  private Operations() {}

  static void run(
      Setup setup,
      Launch launch,
      Journal journal,
      Subject subject,
      Configuration configuration,
      int round)
      throws Exception {
    Path folder = launch.folder();
    Path results = folder.resolve("jmh.csv");
    List<String> command = new ArrayList<>();
    command.add(setup.java().toString());
    command.add("-Duser.language=en");
    command.addAll(subject.program());
    command.add("org.openjdk.jmh.Main");
    command.addAll(List.of("-f", "1", "-wi", "5", "-i", "5", "-rf", "csv"));
    command.addAll(List.of("-w", "300ms", "-r", "300ms", "-rff", results.toString()));
    List<String> agent = launch.agent(configuration, folder, List.of("exclude=org.openjdk.*"));
    if (!agent.isEmpty()) {
      command.addAll(List.of("-jvmArgsAppend", agent.get(0)));
    }
    command.add("com.example.operations.Operations");
    Measurement run = Measurement.of(command, folder, Integer.MAX_VALUE);
    if (run.exit() != 0 || !Files.isRegularFile(results)) {
      throw new IllegalStateException("the single operations failed, see " + folder);
    }
    for (String line : Files.readAllLines(results)) {
      String[] parts = line.replace("\"", "").split(",");
      if (parts[0].startsWith("com.example.")) {
        String name = parts[0].substring(parts[0].lastIndexOf('.') + 1);
        double nanos = Double.parseDouble(parts[SCORE]);
        journal.add(subject.kind(), name, configuration, round, "ns", nanos);
      }
    }
    journal.add(subject.kind(), subject.name(), configuration, round, "wall_ms", run.wallMillis());
  }
}
