package io.racewatch.runtime.log;

import io.racewatch.format.Entry;
import io.racewatch.format.EntryWriter;
import io.racewatch.format.Layout;
import io.racewatch.format.PlaceSource;
import java.nio.ByteBuffer;

/**
 * The run file of this JVM. An entry is in the file when {@link #append} returns: mapped memory
 * outlives {@code kill -9} and {@code Runtime.halt}. Where no file can be written, or the disk is
 * full, entries go into memory ({@link #rest}) up to a bound.
 *
 * <p>All methods are thread-safe and never throw. The one lock is held for the encoding and copying
 * of an entry only; no code of the program runs meanwhile, and no thread parks. A monitor rather
 * than a lock made by hand, because the JVM releases it whatever strikes: a StackOverflowError, a
 * Thread.stop.
 */
public final class RunLog {
  /** Entries that could not be encoded just then, say because the stack was full. */
  private static final int MAX_DEFERRED = 64;

  /** An appender waits for space no longer than this, in nanoseconds. */
  private static final long PATIENCE = 5_000_000_000L;

  private final Object lock = new Object();
  private final EntryWriter writer = new EntryWriter();
  private final Chunks chunks;
  private final Grower grower;
  private final String folder;
  private final String file;
  private final long recordLimit;
  private final long opened = System.nanoTime();
  private final Entry[] deferred = new Entry[MAX_DEFERRED];

  // Guarded by the lock; recording and lost are read without it, as hints.
  private int deferredCount;
  private boolean busy;
  private boolean closed;
  private long recorded;
  private volatile boolean recording = true;
  private volatile long lost;

  /**
   * @param source where the space comes from, null to keep everything in memory
   * @param first its first chunk
   */
  RunLog(ChunkSource source, ByteBuffer first, String folder, String file, long recordLimit) {
    this.folder = folder;
    this.file = file;
    this.recordLimit = recordLimit;
    grower = source == null ? null : new Grower(source, file);
    chunks = new Chunks(first, grower);
    byte[] header = Layout.header();
    chunks.write(header, header.length);
  }

  /**
   * Opens a new run file in {@code folder/runs}. If that cannot be written, in a new folder within
   * the system's temporary one; if not there either, in memory. Each of that is said on stderr.
   *
   * @param session see {@link Session#current()}; a new one if it is not a session's name
   * @param recordLimitBytes how many bytes of edges are written at most
   */
  public static RunLog open(String folder, String session, long recordLimitBytes) {
    String name = Session.isName(session) ? session : Session.create(System.currentTimeMillis());
    return RunFolder.open(folder, name, recordLimitBytes);
  }

  /** The folder for the reports: the one asked for, or a temporary one; null if there is none. */
  public String folder() {
    return folder;
  }

  /** The path of the run file; null if there is none. */
  public String file() {
    return file;
  }

  /**
   * What is in memory because it could not be written: it follows the file's bytes, and {@code
   * RunFile.open(path, rest)} reads both. Empty as a rule.
   */
  public byte[] rest() {
    synchronized (lock) {
      return chunks.memory();
    }
  }

  /** The thread that makes room, which must write nothing itself; null if there is none. */
  public Thread grower() {
    return grower == null ? null : grower.thread();
  }

  /** How many entries or edges were lost: no space, no memory, or after the end. */
  public long lostCount() {
    return lost;
  }

  /** A buffer for the edges of one thread. */
  public EdgeBuffer edges(PlaceSource places) {
    return new EdgeBuffer(this, places);
  }

  /**
   * Appends an entry. It is in the file when this returns. If the calling thread is already
   * appending, or the log has ended, the entry is dropped and counted.
   */
  public void append(Entry entry) {
    put(entry, null, false);
  }

  /**
   * Ends the log: the file is cut to its length and forced to the disk. Idempotent.
   *
   * @param how {@code normal} or {@code halted}
   * @param millis how long the program ran
   */
  public void end(String how, long millis) {
    if (lost > 0) {
      append(new Entry.Note(lost + Entry.LOST));
    }
    if (put(new Entry.End(how, millis), null, true) && grower != null) {
      try {
        grower.finish(chunks.mapped());
      } catch (Throwable t) {
        lost();
      }
    }
  }

  /** Whether edges are still recorded. A hint: it may change at any time from true to false. */
  public boolean recordsEdges() {
    return recording;
  }

  void flush(EdgeBuffer buffer) {
    if (recording) {
      put(null, buffer, false);
    }
  }

  /** Room for one more edge; returns its index. Called by the buffer's owner. */
  int makeRoom(EdgeBuffer buffer) {
    if (!buffer.canGrow()) {
      flush(buffer);
    }
    synchronized (lock) {
      return buffer.canGrow() ? buffer.grow() : buffer.restart();
    }
  }

  /** Not exact: counting must not be able to fail. */
  void lost() {
    lost = lost + 1;
  }

  /** Writes the entry, or the edges if it is null. Returns whether this call ended the log. */
  private boolean put(Entry entry, EdgeBuffer edges, boolean last) {
    try {
      if (grower != null && grower.isCurrentThread()) {
        lost();
        return false;
      }
      long start = 0;
      while (true) {
        synchronized (lock) {
          if (busy || closed) {
            if (!last) {
              lost();
            }
            return false;
          }
          if (chunks.hasRoom()) {
            write(entry, edges);
            if (last) {
              closed = true;
              recording = false;
            }
            return last;
          }
          grower.request();
        }
        start = start == 0 ? System.nanoTime() : start;
        waitForRoom(start);
      }
    } catch (Throwable t) {
      lost();
      return false;
    }
  }

  /** The lock is not held, so nobody waits for this thread. */
  private void waitForRoom(long start) {
    if (System.nanoTime() - start > PATIENCE) {
      grower.fail("the disk gave no space for 5 seconds");
    }
    Thread.yield();
  }

  private void write(Entry entry, EdgeBuffer edges) {
    busy = true;
    try {
      writeDeferred();
      if (entry != null) {
        writeNow(entry);
      } else {
        writeEdges(edges);
      }
    } catch (Throwable t) {
      defer(entry);
    } finally {
      busy = false;
    }
  }

  /** It is tried again with the next entry; calls nothing, for the stack may be full. */
  private void defer(Entry entry) {
    if (entry != null && deferredCount < MAX_DEFERRED) {
      deferred[deferredCount++] = entry;
    } else {
      lost = lost + 1;
    }
  }

  private void writeDeferred() {
    while (deferredCount > 0) {
      Entry earlier = deferred[--deferredCount];
      deferred[deferredCount] = null;
      try {
        writeNow(earlier);
      } catch (Throwable t) {
        lost = lost + 1;
      }
    }
  }

  private void writeNow(Entry entry) {
    writer.write(entry);
    copy();
  }

  private void copy() {
    int length = writer.length();
    // Forgotten until it is known that all of it was written.
    writer.forget();
    if (chunks.write(writer.bytes(), length)) {
      writer.remember();
    } else {
      lost();
    }
  }

  private void writeEdges(EdgeBuffer edges) {
    if (!recording || !edges.pending()) {
      return;
    }
    edges.encode(writer);
    recorded += writer.length();
    if (recorded <= recordLimit && !chunks.toMemory()) {
      copy();
      return;
    }
    writer.forget();
    recording = false;
    long millis = (System.nanoTime() - opened) / 1_000_000;
    String why = chunks.toMemory() ? "no space on the disk" : "record-limit " + recordLimit;
    writeNow(
        new Entry.Note(
            "synchronisation was recorded up to "
                + millis
                + " ms after the start ("
                + why
                + "); races found later are checked by epochs alone"));
    writeNow(new Entry.Meta(Entry.EDGES_CUT, why));
  }
}
