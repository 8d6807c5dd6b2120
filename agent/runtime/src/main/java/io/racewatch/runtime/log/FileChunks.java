package io.racewatch.runtime.log;

import io.racewatch.format.RunName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file mapped piece by piece. What is written into a mapping belongs to the kernel at once, so it
 * survives the process, however that ends.
 *
 * <p>Space is reserved by writing zeros before it is mapped: a store into a mapped hole of a full
 * disk would end in SIGBUS. A channel is closed when a thread that uses it is interrupted; since
 * nobody may lose the log by that, it is opened again.
 */
final class FileChunks implements ChunkSource {
  static final int FIRST = 1 << 20;
  static final int MORE = 4 << 20;
  private static final int TRIES = 16;

  private final Path path;
  private FileChannel channel;
  private long length;
  private MappedByteBuffer last;

  private FileChunks(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates a new file {@code folder/runs/SESSION-PID-RANDOM.rw}.
   *
   * @throws IOException if that is not possible, or {@code runs} is a link to elsewhere
   */
  static FileChunks create(Path folder, String session) throws IOException {
    Files.createDirectories(folder);
    Path runs = folder.resolve("runs");
    if (!Files.isDirectory(runs, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(runs);
      } catch (FileAlreadyExistsException e) {
        // Another JVM of the session may have made it just now; else it is a file or a link.
        if (!Files.isDirectory(runs, LinkOption.NOFOLLOW_LINKS)) {
          throw new NotDirectoryException(runs.toString());
        }
      }
    }
    long pid = ProcessHandle.current().pid();
    for (int i = 0; ; i++) {
      Path path = runs.resolve(new RunName(session, pid, Session.random()).file());
      try {
        FileChannel channel =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        return new FileChunks(path, channel);
      } catch (FileAlreadyExistsException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  Path path() {
    return path;
  }

  @Override
  public ByteBuffer next() throws IOException {
    boolean interrupted = false;
    try {
      for (int i = 0; ; i++) {
        try {
          return map(length == 0 ? FIRST : MORE);
        } catch (ClosedChannelException e) {
          interrupted |= Thread.interrupted();
          if (i == TRIES) {
            throw e;
          }
          reopen();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private ByteBuffer map(int size) throws IOException {
    try {
      ByteBuffer zeros = ByteBuffer.allocate(8192);
      for (long at = length; at < length + size; at += zeros.capacity()) {
        zeros.clear();
        while (zeros.hasRemaining()) {
          channel.write(zeros, at + zeros.position());
        }
      }
      last = channel.map(FileChannel.MapMode.READ_WRITE, length, size);
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      giveBack(e);
      throw e;
    }
    length += size;
    return last;
  }

  /** A full disk is the program's too. */
  private void giveBack(IOException why) {
    try {
      channel.truncate(length);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private void reopen() throws IOException {
    channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Deletes the file: nothing could be written into it. */
  void discard() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      AgentLog.line("cannot delete the empty run file " + path);
    }
  }

  @Override
  public void finish(long used) throws IOException {
    if (last != null) {
      last.force();
    }
    if (!channel.isOpen()) {
      reopen();
    }
    try (FileChannel open = channel) {
      open.truncate(used);
      open.force(true);
    }
  }
}
