package io.racewatch.report.common;

import io.racewatch.model.Frame;

/** Where the text and the place of a source line come from. Implementations are thread-safe. */
@FunctionalInterface
public interface SourceLines {
  /** Knows no sources. */
  SourceLines NONE = frame -> "";

  /** The line that a frame points at, as it stands in the file; empty if it is not known. */
  String line(Frame frame);

  /**
   * The path of a frame's file as code hosts want it: relative to the root of the project, with
   * slashes. Without sources it is where the class would be below a source folder.
   */
  default String path(Frame frame) {
    return pathInSourceFolder(frame);
  }

  /** {@code com/acme/Counter.java}, or the class where the file is not known. */
  static String pathInSourceFolder(Frame frame) {
    String className = frame.className();
    String folder = className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
    if (frame.file() != null && !frame.file().isEmpty()) {
      return folder + frame.file();
    }
    return className.replace('.', '/') + ".class";
  }
}
