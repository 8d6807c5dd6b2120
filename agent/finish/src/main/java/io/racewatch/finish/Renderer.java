package io.racewatch.finish;

import io.racewatch.engine.RunSource;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/** Renders inside the watched JVM: its own text report first, then the files of the session. */
final class Renderer {
  private final Job job;
  private final ReportFiles files;
  private final IntConsumer code;

  /**
   * Makes one.
   *
   * @param code told the exit code as soon as it is known
   */
  Renderer(Job job, IntConsumer code) {
    this.job = job;
    this.files = new ReportFiles(job);
    this.code = code;
  }

  /** Does all of it. What cannot be written is said, and the rest goes on. */
  void render() throws IOException, InterruptedException {
    List<String> formats = job.formats();
    Analysis own = Analysis.of(List.of(job.run()), job);
    own.problems().forEach(job.log()::say);
    code.accept(own.exitCode());
    if (formats.contains("text")) {
      files.print(own.report());
    }
    if (job.output() == null) {
      files.write(own.report(), formats);
      return;
    }
    try (OutputLock lock = lock()) {
      if (lock == null) {
        job.log().say("another JVM is rendering; " + job.rescue());
      } else {
        session(own, formats);
      }
    }
  }

  /** A folder that refuses the lock refuses the reports too; those then go elsewhere. */
  private OutputLock lock() throws InterruptedException {
    try {
      return OutputLock.take(job.output(), job.budget());
    } catch (IOException unwritable) {
      return OutputLock.none();
    }
  }

  private void session(Analysis own, List<String> formats) throws IOException {
    List<RunSource> runs = job.session();
    Analysis whole = runs.size() > 1 ? Analysis.of(runs, job) : own;
    for (String problem : whole.problems()) {
      if (!own.problems().contains(problem)) {
        job.log().say(problem);
      }
    }
    if (!job.inherited()) {
      code.accept(whole.exitCode());
    }
    files.write(whole.report(), formats);
    job.prune();
  }
}
