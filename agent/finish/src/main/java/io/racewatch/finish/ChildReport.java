package io.racewatch.finish;

import io.racewatch.engine.OwnJar;
import io.racewatch.engine.RunSource;
import io.racewatch.model.options.Option;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders by the command line of our own jar in a JVM beside this one, which may be too small. It
 * runs without the agent: variables that add options to a JVM are cleared.
 */
final class ChildReport {
  private static final long SMALL_HEAP = 256L << 20;
  private static final long LEAST_FREE = 48L << 20;
  private static final long LARGE_FILE = 64L << 20;
  private static final Set<String> SET_HERE = Set.of("output", "config", "app-classpath");
  private static final int UNREADABLE = 65;
  private static final int GATE = 66;
  private static final int BLIND = 70;

  /** Codes with which the command line has said itself what there is to say. */
  private static final Set<Integer> ENDS_WELL = Set.of(0, UNREADABLE, GATE, BLIND);

  private final Job job;
  private final Path jar;
  private volatile Process process;

  ChildReport(Job job) {
    this(job, OwnJar.path());
  }

  ChildReport(Job job, Path jar) {
    this.job = job;
    this.jar = jar;
  }

  /** Whether this JVM is too small, or the run too large, to render here; needs our jar. */
  static boolean isNeeded(RunSource run) throws IOException {
    // Another JVM sees files only.
    if (OwnJar.path() == null || run.path() == null || run.rest().length > 0) {
      return false;
    }
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    long size = Files.size(run.path());
    return runtime.maxMemory() < SMALL_HEAP || size > LARGE_FILE || free < LEAST_FREE + 4 * size;
  }

  /** Renders and returns the exit code for this process. */
  int render() throws IOException, InterruptedException {
    try (OutputLock lock = OutputLock.take(job.output(), job.budget())) {
      if (lock == null) {
        throw new IOException("another JVM is rendering into " + job.output());
      }
      ProcessBuilder builder = new ProcessBuilder(command());
      builder.environment().keySet().removeIf(ChildReport::changesJava);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      Process started = builder.start();
      process = started;
      started.getOutputStream().close();
      job.log().print(started.getInputStream().readAllBytes());
      int code = started.waitFor();
      if (!ENDS_WELL.contains(code)) {
        job.log().say("no report: its JVM ended with " + code + "; " + job.rescue());
      }
      job.prune();
      return job.exitCode(code == BLIND, code == GATE);
    }
  }

  /** Ends the child; the report is then not whole. */
  void stop() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(jar.toString());
    command.add("report");
    for (Map.Entry<String, String> option : job.options().toMap().entrySet()) {
      if (!SET_HERE.contains(option.getKey())) {
        command.add("--" + option.getKey());
        command.add(option.getValue().isEmpty() ? "none" : option.getValue());
      }
    }
    command.add("--app-classpath");
    command.add(classPath());
    if (job.options().isSet(Option.APP_CLASSPATH)) {
      command.add("--with-bytecode");
    }
    command.add("--checks-within");
    command.add(Long.toString(job.budget().forChecks().toMillis()));
    command.add("--output");
    command.add(job.output().toString());
    for (RunSource each : job.session()) {
      command.add(each.path().toString());
    }
    return command;
  }

  private String classPath() {
    List<String> entries = job.classPath().stream().map(Path::toString).toList();
    return entries.isEmpty() ? "none" : String.join(File.pathSeparator, entries);
  }

  private static boolean changesJava(String variable) {
    return variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS")
        || variable.equals("_JAVA_OPTIONS")
        || variable.startsWith("RACEWATCH_");
  }
}
