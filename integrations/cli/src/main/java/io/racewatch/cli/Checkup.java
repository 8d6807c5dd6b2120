package io.racewatch.cli;

import io.racewatch.engine.session.Session;
import io.racewatch.engine.session.Sessions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the patient under the agent in a JVM of its own, in a folder that holds all it writes. */
final class Checkup {
  private static final String PATIENT = "doctor.Patient";
  private static final long MAX_SECONDS = 60;

  private final Path jar;
  private final Path folder;
  private final Map<String, String> options;

  Checkup(Path jar, Path folder, Map<String, String> options) {
    this.jar = jar;
    this.folder = folder;
    this.options = new LinkedHashMap<>(options);
    this.options.put("output", folder.resolve("report").toString());
    this.options.put("formats", "json");
  }

  /** How it ended. */
  record Outcome(int code, String errors) {}

  /** Runs it to its end; after a minute it is killed and has the code -1. */
  Outcome run() throws IOException, InterruptedException {
    Path classes = extract();
    Path errors = folder.resolve("stderr");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(AgentOptions.arguments(jar, options));
    command.addAll(List.of("-cp", classes.toString(), PATIENT, folder.resolve("turn").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(Checkup::changesJava);
    builder.redirectError(errors.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    boolean ended = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    return new Outcome(ended ? process.exitValue() : -1, Files.readString(errors));
  }

  List<Path> runFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Session session : Sessions.in(folder.resolve("report"))) {
      files.addAll(session.files());
    }
    return files;
  }

  /** A loader of ours holds the class; the program needs it on a class path. */
  private Path extract() throws IOException {
    Path classes = folder.resolve("classes");
    String entry = PATIENT.replace('.', '/') + ".class";
    Path file = classes.resolve(entry);
    Files.createDirectories(file.getParent());
    try (InputStream in = Checkup.class.getClassLoader().getResourceAsStream(entry)) {
      Files.copy(in, file);
    }
    return classes;
  }

  private static boolean changesJava(String variable) {
    return variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS")
        || variable.equals("_JAVA_OPTIONS")
        || variable.startsWith("RACEWATCH_");
  }
}
