package io.racewatch.engine.session;

import io.racewatch.format.RunName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds sessions in an output folder and removes old ones. */
public final class Sessions {
  /** How many sessions are kept beside the current one. */
  public static final int KEPT = 10;

  private static final String RUNS = "runs";

  private Sessions() {}

  /**
   * The sessions in a folder, the newest first.
   *
   * @param folder an output folder, or the folder {@code runs} in one; it may be missing
   * @throws IOException if it cannot be read
   */
  public static List<Session> in(Path folder) throws IOException {
    Path runs = Files.isDirectory(folder.resolve(RUNS)) ? folder.resolve(RUNS) : folder;
    Map<String, List<Path>> byId = new TreeMap<>();
    if (Files.isDirectory(runs)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(runs, "*" + RunName.SUFFIX)) {
        for (Path file : files) {
          byId.computeIfAbsent(idOf(file), id -> new ArrayList<>()).add(file);
        }
      }
    }
    List<Session> sessions = new ArrayList<>();
    byId.forEach((id, files) -> sessions.add(session(id, files)));
    sessions.sort(Comparator.comparingLong(Session::newest).reversed());
    return sessions;
  }

  /** The session of a run file, with all of its files that lie in the same folder. */
  public static Session of(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    for (Session session : in(folder)) {
      if (session.id().equals(idOf(file)) && !session.id().isEmpty()) {
        return session;
      }
    }
    return session(idOf(file), List.of(file));
  }

  /**
   * Removes all but the newest {@link #KEPT} of the other sessions. A session one of whose JVMs
   * still runs is left alone, and so is a file that cannot be removed.
   *
   * @param current the session that is not counted
   */
  public static void prune(Path folder, String current) throws IOException {
    int kept = 0;
    for (Session session : in(folder)) {
      if (session.id().equals(current) || session.id().isEmpty() || isAlive(session)) {
        continue;
      }
      if (++kept > KEPT) {
        for (Path file : session.files()) {
          delete(file);
        }
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Another process holds it, or it is not ours to remove: the next exit tries again.
    }
  }

  private static boolean isAlive(Session session) {
    for (Path file : session.files()) {
      RunName name = RunName.parse(file.getFileName().toString());
      if (name != null && ProcessHandle.of(name.pid()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String idOf(Path file) {
    RunName name = RunName.parse(file.getFileName().toString());
    return name == null ? "" : name.session();
  }

  private static Session session(String id, List<Path> files) {
    long newest = 0;
    for (Path file : files) {
      newest = Math.max(newest, lastWritten(file));
    }
    return new Session(id, files.stream().sorted().toList(), newest);
  }

  private static long lastWritten(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }
}
