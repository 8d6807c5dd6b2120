package io.racewatch.report.common;

import io.racewatch.model.Frame;

/** Where the text of a source line comes from. Implementations are thread-safe. */
@FunctionalInterface
public interface SourceLines {
  /** Knows no sources. */
  SourceLines NONE = frame -> "";

  /** The line that a frame points at, as it stands in the file; empty if it is not known. */
  String line(Frame frame);
}
