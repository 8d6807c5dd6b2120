package io.racewatch.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that appears whole or not at all. */
final class AtomicFile {
  /** What goes into the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes aside, then renames over the target. Renaming replaces a symbolic link itself, and
   * CREATE_NEW refuses to open one, so no write ever goes through a link.
   */
  static void write(Path target, Content content) throws IOException {
    // Not Files.createTempFile: its owner-only permissions would outlive the renaming.
    Path aside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
        content.writeTo(out);
      }
      move(aside, target);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
