package io.racewatch.runtime.log;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a place for the run file: the folder asked for, a temporary one, memory. */
final class RunFolder {
  private RunFolder() {}

  static RunLog open(String folder, String session, long recordLimit) {
    try {
      return openIn(Path.of(folder), session, recordLimit);
    } catch (Throwable t) {
      return elsewhere(folder, session, recordLimit, Reason.of(t));
    }
  }

  private static RunLog elsewhere(String folder, String session, long recordLimit, String why) {
    String failed = "cannot write run files into " + folder + " (" + why + ")";
    try {
      // A new folder that is this user's alone: others may plant links in the temporary one.
      Path temporary = Files.createTempDirectory("racewatch-");
      RunLog log = openIn(temporary, session, recordLimit);
      AgentLog.line(failed + "; using " + log.folder());
      return log;
    } catch (Throwable t) {
      AgentLog.line(
          failed
              + " nor into the temporary folder ("
              + Reason.of(t)
              + "); findings are kept in memory only");
      return new RunLog(null, null, null, null, 0);
    }
  }

  private static RunLog openIn(Path folder, String session, long recordLimit) throws Exception {
    FileChunks chunks = FileChunks.create(folder, session);
    try {
      ByteBuffer first = chunks.next();
      String file = chunks.path().toString();
      return new RunLog(chunks, first, folder.toString(), file, recordLimit);
    } catch (Throwable t) {
      chunks.discard();
      throw t;
    }
  }
}
