package io.racewatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What these tests look at in {@code racewatch.json}. A missing key is a failure. */
record Report(String schema, List<Run> runs, Map<?, ?> summary, List<Finding> findings) {
  record Run(String ended, String canary, String mode, long instrumented, List<String> failures) {}

  record Finding(
      String fingerprint,
      String rule,
      String certainty,
      String scope,
      List<String> members,
      List<Side> sides,
      List<Edge> cycle,
      String checked) {

    /** All frames of all stacks of the accesses and acquires. */
    Stream<Frame> frames() {
      return Stream.concat(
          sides.stream().flatMap(s -> s.stack.stream()),
          cycle.stream().flatMap(e -> Stream.concat(e.holdsAt.stream(), e.wantsAt.stream())));
    }
  }

  record Side(String operation, Thread thread, List<Frame> stack, List<String> locks) {}

  record Edge(List<Frame> holdsAt, List<Frame> wantsAt) {}

  record Thread(String name, boolean virtual, List<Frame> started, List<Frame> submitted) {}

  record Frame(String type, String method, String file, int line) {
    @Override
    public String toString() {
      return type + "." + method + "(" + file + ":" + line + ")";
    }
  }

  static Report read(Path folder) {
    try {
      Map<?, ?> root = (Map<?, ?>) Json.read(folder.resolve("racewatch.json"));
      return new Report(
          text(root, "schema"),
          maps(root, "runs").map(Report::run).toList(),
          map(root, "summary"),
          maps(root, "findings").map(Report::finding).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(Map<?, ?> run) {
    Map<?, ?> classes = map(run, "classes");
    return new Run(
        text(run, "ended"),
        text(run, "canary"),
        text(run, "mode"),
        (Long) get(classes, "instrumented"),
        maps(classes, "failures").map(Object::toString).toList());
  }

  private static Finding finding(Map<?, ?> finding) {
    return new Finding(
        text(finding, "fingerprint"),
        text(finding, "rule"),
        text(finding, "certainty"),
        text(finding, "scope"),
        list(finding, "members").stream().map(String.class::cast).toList(),
        maps(finding, "accesses").map(Report::side).toList(),
        maps(finding, "cycle").map(Report::edge).toList(),
        String.valueOf(map(finding, "explanation").get("checked")));
  }

  private static Side side(Map<?, ?> access) {
    return new Side(
        text(access, "operation"),
        thread(map(access, "thread")),
        frames(access, "stack"),
        maps(access, "locksHeld").map(lock -> text(lock, "lock")).toList());
  }

  private static Edge edge(Map<?, ?> edge) {
    return new Edge(frames(edge, "holdsAt"), frames(edge, "wantsAt"));
  }

  private static Thread thread(Map<?, ?> thread) {
    return new Thread(
        text(thread, "name"),
        (Boolean) get(thread, "virtual"),
        frames(thread, "started"),
        frames(thread, "submitted"));
  }

  private static List<Frame> frames(Map<?, ?> map, String key) {
    return maps(map, key)
        .map(
            frame ->
                new Frame(
                    text(frame, "class"),
                    text(frame, "method"),
                    text(frame, "file"),
                    ((Long) get(frame, "line")).intValue()))
        .toList();
  }

  private static Object get(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> "no '" + key + "' in " + map);
  }

  private static String text(Map<?, ?> map, String key) {
    return (String) get(map, key);
  }

  private static Map<?, ?> map(Map<?, ?> map, String key) {
    return (Map<?, ?>) get(map, key);
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return (List<?>) get(map, key);
  }

  private static Stream<Map<?, ?>> maps(Map<?, ?> map, String key) {
    return list(map, key).stream().map(each -> (Map<?, ?>) each);
  }
}
