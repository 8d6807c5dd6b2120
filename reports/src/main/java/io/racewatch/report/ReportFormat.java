package io.racewatch.report;

import io.racewatch.model.Report;
import io.racewatch.report.common.SourceLines;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One way to render a report. Implementations have a public constructor without arguments, keep no
 * state between calls and never refer to another format.
 */
public interface ReportFormat {
  /** The name used in the option {@code formats}, lower case. */
  String id();

  /** The name of the file it becomes; empty for a format that goes to the console. */
  String fileName();

  /**
   * Renders a report as UTF-8. Does not close the stream.
   *
   * @throws IOException if the stream refuses
   */
  void write(Report report, OutputStream out) throws IOException;

  /**
   * Renders a report, quoting source lines where the format does so.
   *
   * @throws IOException if the stream refuses
   */
  default void write(Report report, SourceLines sources, OutputStream out) throws IOException {
    write(report, out);
  }
}
