package io.racewatch.runtime.log;

import io.racewatch.format.EdgeBatch;
import io.racewatch.format.EntryWriter;
import io.racewatch.format.PlaceSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The edges that one thread received, until there are enough for a batch. {@link #add} is for that
 * thread alone and takes no lock but when the buffer is full; {@link #flush} may be called by any
 * thread at any time.
 *
 * <p>The owner fills an element and then stores {@link #count} with release semantics; a flush
 * reads it with acquire (volatile) semantics, so that all elements below it are seen whole.
 * Elements are moved or used again under the log's lock only, which each flush holds.
 */
public final class EdgeBuffer {
  /** Edges in a full batch. */
  static final int BATCH = 512;

  private static final int SMALL = 16;

  private final RunLog log;
  private final PlaceSource places;
  private final AtomicInteger count = new AtomicInteger();
  private int[] edges = {};
  private String[] what = {};
  private int flushed;

  EdgeBuffer(RunLog log, PlaceSource places) {
    this.log = log;
    this.places = places;
  }

  /**
   * Records an edge; see {@link io.racewatch.format.Entry.Edge} for the numbers. Never throws. Does
   * nothing once synchronisation is no longer recorded.
   *
   * @param kind one of {@link io.racewatch.format.EdgeKind}
   * @param through the name to show if it is a String; else the object, of which the class is
   *     shown; or null. The object itself is not kept
   * @param site where it was acquired, 0 if unknown
   */
  public void add(
      int fromSlot,
      int fromClock,
      int toSlot,
      int toClock,
      long toAcquires,
      int kind,
      Object through,
      int site) {
    if (!log.recordsEdges()) {
      return;
    }
    try {
      int at = count.getPlain();
      if (at == what.length) {
        at = log.makeRoom(this);
      }
      what[at] = name(through);
      EdgeBatch.set(edges, at, fromSlot, fromClock, toSlot, toClock, toAcquires, kind, site);
      count.lazySet(at + 1);
    } catch (Throwable t) {
      log.lost();
    }
  }

  /** Hands what was added so far to the log. Never throws. */
  public void flush() {
    log.flush(this);
  }

  private static String name(Object through) {
    if (through == null || through instanceof String) {
      return (String) through;
    }
    return through.getClass().getName();
  }

  /** Whether a flush has something to write. Called under the log's lock. */
  boolean pending() {
    return flushed < count.get();
  }

  /** Encodes what was not flushed yet. Called under the log's lock. */
  void encode(EntryWriter writer) {
    int from = flushed;
    int to = count.get();
    // First, so that edges which cannot be encoded are not tried for ever.
    flushed = to;
    writer.writeEdges(edges, what, from, to, places);
  }

  /** Full but not yet a batch. */
  boolean canGrow() {
    return what.length < BATCH;
  }

  /** By the owner under the log's lock. */
  int grow() {
    int size = Math.max(SMALL, what.length * 2);
    int[] moreEdges = Arrays.copyOf(edges, size * EdgeBatch.STRIDE);
    what = Arrays.copyOf(what, size);
    edges = moreEdges;
    return count.get();
  }

  /** By the owner under the log's lock, after a flush. */
  int restart() {
    flushed = 0;
    count.set(0);
    return 0;
  }
}
