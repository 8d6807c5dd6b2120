package io.racewatch.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of a JVM to start; built step by step. Not thread-safe. */
final class Jvm {
  private final Jdk jdk;
  private final Path folder;
  private final List<String> options = new ArrayList<>();
  private final List<String> program = new ArrayList<>();
  private final List<String> shell = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private Jvm(Jdk jdk, String name) {
    this.jdk = jdk;
    this.folder = Places.folder(name + "-" + jdk.feature());
  }

  /** A JVM without the agent; {@code name} becomes part of the name of its folder. */
  static Jvm of(Jdk jdk, String name) {
    return new Jvm(jdk, name);
  }

  /** A JVM with the agent, which writes into the folder {@code report}. */
  static Jvm watched(Jdk jdk, String name, String... more) {
    Jvm jvm = new Jvm(jdk, name);
    return jvm.agent(
        Stream.concat(Stream.of("output=" + jvm.report()), Stream.of(more))
            .collect(Collectors.joining(",")));
  }

  /** A command of the jar. */
  static Jvm command(Jdk jdk, String... arguments) {
    Jvm jvm = new Jvm(jdk, arguments[0]);
    jvm.program.addAll(List.of("-jar", Places.JAR.toString()));
    jvm.program.addAll(List.of(arguments));
    return jvm;
  }

  Path report() {
    return folder.resolve("report");
  }

  /** Adds our agent with exactly this argument. */
  Jvm agent(String argument) {
    return vm("-javaagent:" + Places.JAR + "=" + argument);
  }

  Jvm vm(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Jvm environment(String key, String value) {
    environment.put(key, value);
    return this;
  }

  /** No file may grow beyond so many blocks of 512 bytes or 1 KiB, as the shell counts them. */
  Jvm limitFiles(int blocks) {
    shell.addAll(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
    return this;
  }

  /** Runs a class of the samples or of {@code com.example.programs}. */
  Jvm main(String name, String... arguments) {
    return main(List.of(Places.SAMPLE_CLASSES, Places.PROGRAMS), name, arguments);
  }

  Jvm main(List<Path> classPath, String name, String... arguments) {
    program.add("-cp");
    program.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    program.add(name);
    program.addAll(List.of(arguments));
    return this;
  }

  /** Starts it and waits for its end. */
  Outcome run() {
    return start().await();
  }

  Running start() {
    if (!Files.isRegularFile(Places.JAR)) {
      throw new IllegalStateException(Places.JAR + " is missing: build with mvn verify");
    }
    List<String> command = new ArrayList<>(shell);
    command.add(jdk.java().toString());
    command.addAll(options);
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> inherited = builder.environment();
    inherited.keySet().removeIf(k -> k.startsWith("RACEWATCH_") || k.endsWith("_TOOL_OPTIONS"));
    inherited.putAll(environment);
    builder.redirectOutput(folder.resolve("stdout.txt").toFile());
    builder.redirectError(folder.resolve("stderr.txt").toFile());
    try {
      return new Running(builder.start(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
