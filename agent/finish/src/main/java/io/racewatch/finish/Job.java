package io.racewatch.finish;

import io.racewatch.engine.RunSource;
import io.racewatch.engine.StaticRequest;
import io.racewatch.engine.session.Sessions;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is to be rendered.
 *
 * @param run of this JVM
 * @param output where reports go; null for stderr alone
 * @param options of this JVM
 * @param inherited whether another JVM started the session; then the gate looks at this JVM alone
 * @param log where to say what a user must know
 * @param budget started when the job was made
 */
record Job(RunSource run, Path output, Options options, boolean inherited, Log log, Budget budget) {
  private static final int BLIND = 70;

  /** Free heap without which the static half is not begun. */
  private static final long ROOM = 192L << 20;

  Job(RunSource run, Path output, Options options, boolean inherited, Log log) {
    this(run, output, options, inherited, log, new Budget(options));
  }

  /** The runs of the session as far as they are in files, with this one among them. */
  List<RunSource> session() throws IOException {
    List<RunSource> all = new ArrayList<>(List.of(run));
    if (run.path() != null) {
      for (Path file : Sessions.of(run.path()).files()) {
        if (!file.getFileName().equals(run.path().getFileName())) {
          all.add(RunSource.of(file));
        }
      }
    }
    return all;
  }

  /** Where the program's classes and sources are: as told, else as this JVM was started. */
  List<Path> classPath() {
    if (options.isSet(Option.APP_CLASSPATH)) {
      return options.paths(Option.APP_CLASSPATH);
    }
    String own = System.getProperty("java.class.path", "");
    return Options.of(Map.of(Option.APP_CLASSPATH.key(), own)).paths(Option.APP_CLASSPATH);
  }

  /**
   * The program's class files, where the user named them and there is room and time for a look;
   * else null. Without being asked a JVM does not spend its exit on it.
   */
  StaticRequest code() {
    boolean asked = options.isSet(Option.APP_CLASSPATH) && output != null;
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    return asked && free > ROOM
        ? StaticRequest.ofClassPath(
            options.paths(Option.APP_CLASSPATH),
            options.path(Option.PRIMITIVES),
            output.resolve("cache"))
        : null;
  }

  /** Removes sessions that are too old. */
  void prune() throws IOException {
    if (run.path() != null) {
      Sessions.prune(run.path().toAbsolutePath().getParent(), Sessions.of(run.path()).id());
    }
  }

  /** Says how to get at the findings later. */
  String rescue() {
    return Finish.rescue(run.path());
  }

  /** The formats asked for that exist; a line for each other. */
  List<String> formats() {
    List<String> known = new ArrayList<>();
    for (String format : options.list(Option.FORMATS)) {
      if (Reports.formats().containsKey(format)) {
        known.add(format);
      } else {
        log.say("there is no report format '" + format + "' in this version");
      }
    }
    return known;
  }

  /** The exit code that the process gets. */
  int exitCode(boolean blind, boolean tripped) {
    OptionalInt code = options.exitCode();
    if (code.isEmpty()) {
      return Finish.PROGRAMS_OWN;
    }
    if (blind) {
      return BLIND;
    }
    return tripped ? code.getAsInt() : Finish.PROGRAMS_OWN;
  }
}
