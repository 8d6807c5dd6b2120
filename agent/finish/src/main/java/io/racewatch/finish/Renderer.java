package io.racewatch.finish;

import io.racewatch.engine.session.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** Renders inside the watched JVM: its own text report first, then the files of the session. */
final class Renderer {
  private final Job job;
  private final IntConsumer code;

  /**
   * Makes one.
   *
   * @param code told the exit code as soon as it is known
   */
  Renderer(Job job, IntConsumer code) {
    this.job = job;
    this.code = code;
  }

  /**
   * Does all of it. What cannot be written is said, and the rest goes on.
   *
   * @throws IOException if the own run file cannot be read
   */
  void render() throws IOException, InterruptedException {
    List<String> formats = job.formats();
    ReportFiles files = new ReportFiles(job);
    Analysis own = Analysis.of(List.of(job.runFile()), job);
    own.problems().forEach(job.log()::say);
    code.accept(own.exitCode());
    if (formats.contains("text")) {
      files.print(own.report());
    }
    session(own, formats, files);
  }

  private void session(Analysis own, List<String> formats, ReportFiles files)
      throws IOException, InterruptedException {
    OutputLock lock = null;
    try {
      lock = OutputLock.take(job.output(), job.budget());
      if (lock == null) {
        job.log().say("another JVM is rendering; " + Finish.rescue(job.runFile()));
        return;
      }
    } catch (IOException unwritable) {
      // Without a folder there is nobody to be kept apart from; the files go elsewhere.
      job.log().say("cannot write to " + job.output() + ": " + unwritable.getMessage());
    }
    try {
      List<Path> all = Sessions.of(job.runFile()).files();
      Analysis whole = all.size() > 1 ? Analysis.of(all, job) : own;
      for (String problem : whole.problems()) {
        if (!own.problems().contains(problem)) {
          job.log().say(problem);
        }
      }
      if (!job.inherited()) {
        code.accept(whole.exitCode());
      }
      files.write(whole.report(), formats);
      Sessions.prune(job.runFile().toAbsolutePath().getParent(), idOf(job.runFile()));
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }

  private static String idOf(Path file) throws IOException {
    return Sessions.of(file).id();
  }
}
