package io.racewatch.cli;

import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.StaticEngine;
import io.racewatch.engine.StaticRequest;
import io.racewatch.engine.Wanted;
import io.racewatch.model.catalog.CatalogException;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The static half as commands use it. */
final class CodePaths {
  private static final String CACHE = "cache";

  /** Where {@code analyze} keeps what it found, below its output folder. */
  static Path cache(Path output) {
    return output.resolve(CACHE);
  }

  private CodePaths() {}

  /**
   * Looks at jars and class folders; a bad catalogue of the user's is wrong use.
   *
   * @param cached whether what was found before may be used and is kept
   */
  static StaticEngine.Outcome analyze(
      List<Path> paths,
      String classPath,
      Options options,
      EngineOptions engine,
      Console console,
      boolean cached) {
    Path primitives = options.path(Option.PRIMITIVES);
    Path cache = cached ? cache(options.path(Option.OUTPUT)) : null;
    try (Progress progress = Progress.on(console)) {
      StaticRequest request =
          new StaticRequest(paths, split(classPath), primitives, cache, progress);
      return StaticEngine.analyze(request, engine, Wanted.of(options));
    } catch (CatalogException e) {
      throw new CliException(ExitCode.WRONG_USE, e.getMessage(), "see --primitives", e);
    } catch (IOException e) {
      String line = "cannot read " + primitives + ": " + e.getMessage();
      throw new CliException(ExitCode.WRONG_USE, line, "see --primitives", e);
    }
  }

  /** Writes what a watched run need not check, if a file for it is named. */
  static void plan(List<Path> paths, String classPath, Options options, Console console) {
    Path file = options.path(Option.STATIC_PLAN);
    if (file != null) {
      Path primitives = options.path(Option.PRIMITIVES);
      StaticRequest request =
          new StaticRequest(paths, split(classPath), primitives, null, StaticRequest.Progress.NONE);
      try {
        Files.write(file, StaticEngine.plan(request));
        console.say("wrote " + file);
      } catch (IOException e) {
        String line = "cannot write " + file + ": " + e.getMessage();
        throw new CliException(ExitCode.WRONG_USE, line, "name another file", e);
      }
    }
  }

  /** The program of the runs if the user said where it is; else null. */
  static StaticRequest ofProgram(Options options) {
    return options.isSet(Option.APP_CLASSPATH)
        ? StaticRequest.ofClassPath(
            options.paths(Option.APP_CLASSPATH),
            options.path(Option.PRIMITIVES),
            options.path(Option.OUTPUT).resolve(CACHE))
        : null;
  }

  private static List<Path> split(String text) {
    List<Path> entries = new ArrayList<>();
    for (String part : text.split(File.pathSeparator)) {
      try {
        if (!part.isBlank()) {
          entries.add(Path.of(part));
        }
      } catch (InvalidPathException e) {
        throw new CliException(
            ExitCode.WRONG_USE, "'" + part + "' is not a path", "see --classpath", e);
      }
    }
    return entries;
  }
}
