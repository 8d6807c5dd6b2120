package io.racewatch.cli;

import io.racewatch.engine.session.Session;
import io.racewatch.engine.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The run files that a command is about.
 *
 * @param files theirs, each once
 * @param missing a line for each path that is not there or cannot be listed
 */
record RunFiles(List<Path> files, List<String> missing) {
  private static final String RUN_FILE = ".rw";

  /** Which sessions of a folder are meant. */
  enum Choice {
    NEWEST,
    ALL
  }

  /**
   * Finds them.
   *
   * @param given files and folders; if there are none, the output folder is meant
   * @throws CliException if there is nothing at all
   */
  static RunFiles find(List<Path> given, Path output, Choice choice) {
    return look(given, output, choice).required(given, output);
  }

  /**
   * These, if there are any.
   *
   * @throws CliException if there is nothing at all
   */
  RunFiles required(List<Path> given, Path output) {
    if (isEmpty()) {
      List<Path> from = given.isEmpty() ? List.of(output) : given;
      throw new CliException(
          ExitCode.BLIND,
          "no run files in " + join(from) + ": nothing was watched",
          "run the program with -javaagent:racewatch.jar, or name the folder");
    }
    return this;
  }

  /** Whether nothing is there, and nothing is missing. */
  boolean isEmpty() {
    return files.isEmpty() && missing.isEmpty();
  }

  /** The same, perhaps empty. */
  static RunFiles look(List<Path> given, Path output, Choice choice) {
    List<Path> from = given.isEmpty() ? List.of(output) : given;
    Set<Path> files = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (Path path : from) {
      try {
        if (Files.isDirectory(path)) {
          files.addAll(inFolder(path, choice));
        } else if (Files.exists(path)) {
          files.add(path);
        } else if (!given.isEmpty()) {
          missing.add(path + ": there is no such file");
        }
      } catch (IOException e) {
        missing.add(path + ": " + e.getMessage());
      }
    }
    return new RunFiles(List.copyOf(files), missing);
  }

  /** Whether a path holds class files, and not run files: a jar, or a folder without sessions. */
  static boolean isCode(Path path) {
    try {
      return Files.isDirectory(path)
          ? Sessions.in(path).isEmpty()
          : Files.exists(path) && !path.toString().endsWith(RUN_FILE);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static List<Path> inFolder(Path folder, Choice choice) throws IOException {
    List<Session> sessions = Sessions.in(folder);
    if (choice == Choice.NEWEST && !sessions.isEmpty()) {
      return sessions.get(0).files();
    }
    List<Path> files = new ArrayList<>();
    for (Session session : sessions) {
      files.addAll(session.files());
    }
    return files;
  }

  /** Paths as a line names them. */
  static String join(List<Path> paths) {
    return String.join(", ", paths.stream().map(Path::toString).toList());
  }
}
