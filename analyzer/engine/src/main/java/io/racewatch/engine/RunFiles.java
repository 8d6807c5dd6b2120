package io.racewatch.engine;

import io.racewatch.format.RunName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds run files: {@code OUTPUT/runs/SESSION-PID-RANDOM.rw}. */
public final class RunFiles {
  /** How many older sessions are kept beside the newest. */
  public static final int OLDER_KEPT = 10;

  private static final String FOLDER = "runs";

  /**
   * The run files of one session.
   *
   * @param name shared by all JVMs of the session
   * @param files sorted by name
   * @param last when one of them was last written to
   */
  public record Session(String name, List<Path> files, FileTime last) {
    public Session {
      files = List.copyOf(files);
    }
  }

  private RunFiles() {}

  /**
   * All sessions of an output folder, the newest first; empty if it has none.
   *
   * @throws IOException if a folder cannot be read
   */
  public static List<Session> sessions(Path output) throws IOException {
    Path runs = output.resolve(FOLDER);
    Path folder = Files.isDirectory(runs) ? runs : output;
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Map<String, List<Path>> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all.sorted()::iterator) {
        RunName name = RunName.parse(file.getFileName().toString());
        if (name != null) {
          files.computeIfAbsent(name.session(), s -> new ArrayList<>()).add(file);
        }
      }
    }
    List<Session> sessions = new ArrayList<>();
    for (Map.Entry<String, List<Path>> e : files.entrySet()) {
      sessions.add(new Session(e.getKey(), e.getValue(), last(e.getValue())));
    }
    sessions.sort(Comparator.comparing(Session::last).thenComparing(Session::name).reversed());
    return sessions;
  }

  private static FileTime last(List<Path> files) throws IOException {
    FileTime last = FileTime.fromMillis(0);
    for (Path file : files) {
      FileTime time = Files.getLastModifiedTime(file);
      last = time.compareTo(last) > 0 ? time : last;
    }
    return last;
  }

  /** The run files of one session of an output folder; empty if it has none of that name. */
  public static List<Path> ofSession(Path output, String session) throws IOException {
    return sessions(output).stream()
        .filter(s -> s.name().equals(session))
        .findFirst()
        .map(Session::files)
        .orElse(List.of());
  }

  /**
   * The run files that arguments of the command line mean: a file is itself, a folder its newest
   * session.
   *
   * @throws NoSuchFileException if one does not exist or is a folder without run files
   */
  public static List<Path> find(List<Path> arguments) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path argument : arguments) {
      if (Files.isRegularFile(argument)) {
        found.add(argument);
        continue;
      }
      List<Session> sessions = sessions(argument);
      if (sessions.isEmpty()) {
        throw new NoSuchFileException(argument.toString());
      }
      found.addAll(sessions.get(0).files());
    }
    return found;
  }

  /**
   * Deletes the oldest sessions, but never the given one nor the ten newest others.
   *
   * @return how many files were deleted; one that cannot be is left
   */
  public static int prune(Path output, String session) throws IOException {
    List<Session> others =
        sessions(output).stream().filter(s -> !s.name().equals(session)).toList();
    int deleted = 0;
    for (Session old : others.subList(Math.min(OLDER_KEPT, others.size()), others.size())) {
      for (Path file : old.files()) {
        deleted += delete(file) ? 1 : 0;
      }
    }
    return deleted;
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      // Another JVM may have the file open, or may be deleting it too: the next exit tries again.
      return false;
    }
  }
}
