package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.RunFile;
import io.racewatch.runtime.log.RunLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run file for the time of a test. Threads made meanwhile record into it. */
final class Recording implements AutoCloseable {
  private final RunLog log;

  Recording(Path folder) {
    log = RunLog.open(folder.toString(), "test", Long.MAX_VALUE);
    Recorder.start(log, "test");
  }

  /** What is in the file, with all that threads still held. */
  <T extends Entry> List<T> entries(Class<T> type) throws IOException {
    Recorder.flush();
    List<T> entries = new ArrayList<>();
    try (RunFile file = RunFile.open(Path.of(log.file()), log.rest())) {
      for (Entry e = file.next(); e != null; e = file.next()) {
        if (type.isInstance(e)) {
          entries.add(type.cast(e));
        }
      }
    }
    return entries;
  }

  @Override
  public void close() {
    Recorder.end("normal", 1);
  }
}
