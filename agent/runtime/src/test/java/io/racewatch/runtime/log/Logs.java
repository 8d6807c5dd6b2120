package io.racewatch.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.format.RunFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reading back what a log wrote. */
final class Logs {
  private Logs() {}

  static List<Entry> read(RunLog log) throws IOException {
    return read(log.file() == null ? null : Path.of(log.file()), log.rest());
  }

  static List<Entry> read(Path file, byte[] rest) throws IOException {
    try (RunFile run = RunFile.open(file, rest)) {
      List<Entry> entries = new ArrayList<>();
      for (Entry e = run.next(); e != null; e = run.next()) {
        entries.add(e);
      }
      assertThat(run.tornAt()).as(run.tornWhy()).isEqualTo(-1);
      return entries;
    }
  }

  static <T> List<T> only(Class<T> type, List<Entry> entries) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The lines that the agent says on stderr while the action runs. */
  static List<String> linesDuring(Action action) throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    AgentLog.redirect(lines);
    try {
      action.run();
    } finally {
      AgentLog.redirect(null);
    }
    return lines.toString().lines().toList();
  }

  interface Action {
    void run() throws Exception;
  }
}
