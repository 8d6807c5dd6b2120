package io.racewatch.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run file open for reading, from its first entry to its last.
 *
 * <pre>{@code
 * try (RunFile file = RunFile.open(path)) {
 *   for (Entry e = file.next(); e != null; e = file.next()) { … }
 *   if (file.tornAt() >= 0) { … file.tornWhy() … }
 * }
 * }</pre>
 *
 * <p>Entries are made as they are read, edges too, so a file of any size needs little memory. A
 * file that is still being written can be read; it ends at what is there. Not thread-safe.
 */
public final class RunFile implements Closeable {
  private final InputStream in;
  private final EntryReader reader;

  private RunFile(InputStream in) throws IOException {
    this.in = in;
    this.reader = new EntryReader(in);
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws FormatException if it is no run file, or one of a later version
   * @throws IOException if it cannot be read
   */
  public static RunFile open(Path path) throws IOException {
    return open(path, new byte[0]);
  }

  /**
   * Opens a file with what follows it in memory because it could not be written.
   *
   * @param path the file, or null if all is in memory
   * @param rest the bytes after its last
   * @throws FormatException if it is no run file, or one of a later version
   * @throws IOException if it cannot be read
   */
  public static RunFile open(Path path, byte[] rest) throws IOException {
    InputStream in = new ByteArrayInputStream(rest);
    if (path != null) {
      InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      in = rest.length == 0 ? file : new SequenceInputStream(file, in);
    }
    try {
      return new RunFile(in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The next entry, or null at the end; see {@link EntryReader#next()}. */
  public Entry next() throws IOException {
    return reader.next();
  }

  /** See {@link EntryReader#tornAt()}. */
  public long tornAt() {
    return reader.tornAt();
  }

  /** See {@link EntryReader#tornWhy()}. */
  public String tornWhy() {
    return reader.tornWhy();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
