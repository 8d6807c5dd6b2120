package io.racewatch.finish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two JVMs from rendering into one folder at a time. The lock is the operating system's: it
 * is gone with the process that held it. Its file stays, because removing it would let a third
 * process lock a file of the same name while a second still waits for the removed one.
 */
final class OutputLock implements Closeable {
  private static final long PAUSE_MILLIS = 10;

  private final FileChannel channel;

  private OutputLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @return null if the budget was over before it was free
   * @throws IOException if the folder cannot be written
   */
  static OutputLock take(Path folder, Budget budget) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    boolean taken = false;
    try {
      do {
        taken = tryLock(channel);
        if (!taken) {
          Thread.sleep(PAUSE_MILLIS);
        }
      } while (!taken && !budget.over());
      return taken ? new OutputLock(channel) : null;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  /** Stands for a lock where there is no folder to be kept apart in. */
  static OutputLock none() {
    return new OutputLock(null);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisJvm) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
