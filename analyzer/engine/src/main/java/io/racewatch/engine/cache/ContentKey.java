package io.racewatch.engine.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A hash of everything that a result depends on: contents, not times. Not thread-safe. */
public final class ContentKey {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER];

  /** Starts an empty one. */
  public ContentKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a text. */
  public ContentKey add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) ':');
    digest.update(bytes);
    return this;
  }

  /**
   * Adds a file with its content, or a folder with all class files and archives in it.
   *
   * @throws IOException if something cannot be read; then nothing can be said of the result
   */
  public ContentKey add(Path path) throws IOException {
    add(path.toString());
    if (!Files.exists(path)) {
      return add("missing");
    }
    if (!Files.isDirectory(path)) {
      return content(path);
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(path, new Finder(files));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    files.sort(null);
    for (Path file : files) {
      add(path.relativize(file).toString());
      content(file);
    }
    return this;
  }

  private ContentKey content(Path file) throws IOException {
    add(Long.toString(Files.size(file)));
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return this;
  }

  /** The hash so far, in hexadecimal; the key cannot be used any more. */
  public String text() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Finder(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      boolean counts =
          name.endsWith(".class")
              || name.endsWith("ar")
              || name.endsWith(".jmod")
              || name.equals("modules");
      if (attributes.isRegularFile() && counts) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
