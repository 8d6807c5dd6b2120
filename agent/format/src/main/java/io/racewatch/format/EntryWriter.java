package io.racewatch.format;

import java.util.zip.CRC32;

/**
 * Turns entries into the frames of a run file. Each call leaves the frames in {@link #bytes()};
 * they are to be appended to the file whole and in order. When they were not, {@link #forget()}
 * must be called, because later frames refer to strings of earlier ones.
 *
 * <p>It runs inside the watched program at any moment, so it may be cut short by a
 * StackOverflowError or an OutOfMemoryError: then nothing is lost but that entry, since the next
 * call starts with a reset. Not thread-safe.
 */
public final class EntryWriter {
  /** Limits for an entry that is too long with the usual ones. */
  private static final int SHORT_STACK = 16;

  private static final int SHORT_TEXT = 256;

  private final Output out = new Output();
  private final Encoder encoder = new Encoder(out);
  private final CRC32 crc = new CRC32();
  private boolean stale;

  /** Where the frames of the last call are, from index 0. Valid until the next call. */
  public byte[] bytes() {
    return out.bytes();
  }

  /** Bytes in the frames of the last call, at most {@link Layout#MAX_WRITE}. */
  public int length() {
    return out.length();
  }

  /**
   * The frames of the last call were not appended, or not wholly, or that is not known yet: unless
   * {@link #remember()} follows, the next call starts with a reset.
   */
  public void forget() {
    stale = true;
  }

  /** The frames of the last call were appended wholly after all. */
  public void remember() {
    stale = false;
  }

  /**
   * Encodes an entry. Stacks, strings and lists above the limits of {@link Layout} are cut; an
   * entry that is too long all the same is cut further.
   *
   * @throws RuntimeException if even that does not fit, or a part that is needed is null; the entry
   *     is then not encoded
   */
  public void write(Entry entry) {
    try {
      attempt(entry, Layout.MAX_LIST, Layout.MAX_TEXT);
    } catch (Output.Full tooLong) {
      attempt(entry, SHORT_STACK, SHORT_TEXT);
    }
  }

  /**
   * Encodes a batch of edges.
   *
   * @param edges as stored by {@link EdgeBatch#set}
   * @param what a readable name for each edge, possibly null
   * @param from index of the first edge
   * @param to index after the last; at most {@link Layout#MAX_EDGES} after {@code from}
   * @throws RuntimeException if the batch does not fit; it is then not encoded
   */
  public void writeEdges(int[] edges, String[] what, int from, int to, PlaceSource places) {
    encoder.limit(Layout.MAX_LIST, Layout.MAX_TEXT);
    int start = begin();
    EdgeCodec.encode(encoder, edges, what, from, to, places);
    end(start, Layout.EDGES);
  }

  private void attempt(Entry entry, int maxStack, int maxText) {
    encoder.limit(maxStack, maxText);
    int start = begin();
    end(start, encode(entry));
  }

  private int begin() {
    out.clear();
    if (stale || encoder.full()) {
      // Stale until the tables are empty again, should this be cut short.
      stale = true;
      encoder.forget();
      out.skip(Layout.FRAME);
      frame(0, Layout.RESET);
    }
    stale = true;
    int start = out.length();
    out.skip(Layout.FRAME);
    return start;
  }

  private void end(int start, byte type) {
    if (out.length() - start - Layout.FRAME > Layout.MAX_PAYLOAD) {
      throw Output.Full.FULL;
    }
    frame(start, type);
    stale = false;
  }

  private void frame(int start, byte type) {
    byte[] bytes = out.bytes();
    int payload = out.length() - start - Layout.FRAME;
    Layout.putInt(bytes, start, payload + 1);
    bytes[start + 4] = type;
    crc.reset();
    crc.update(type);
    crc.update(bytes, start + Layout.FRAME, payload);
    Layout.putInt(bytes, start + 5, (int) crc.getValue());
  }

  private byte encode(Entry entry) {
    if (entry instanceof Entry.Race) {
      Entry.Race race = (Entry.Race) entry;
      out.putInt(race.id());
      encoder.string(race.rule());
      encoder.side(race.earlier());
      encoder.side(race.later());
      return Layout.RACE;
    } else if (entry instanceof Entry.RaceSeen) {
      Entry.RaceSeen seen = (Entry.RaceSeen) entry;
      out.putInt(seen.id());
      out.putLong(seen.count());
      return Layout.RACE_SEEN;
    } else if (entry instanceof Entry.Unguarded) {
      Entry.Unguarded unguarded = (Entry.Unguarded) entry;
      encoder.string(unguarded.member());
      encoder.side(unguarded.write());
      encoder.side(unguarded.other());
      encoder.string(unguarded.guard());
      out.putLong(unguarded.heldBy());
      out.putLong(unguarded.of());
      return Layout.UNGUARDED;
    } else if (entry instanceof Entry.Edge) {
      return edge((Entry.Edge) entry);
    }
    byte type = encodeThreads(entry);
    return type != 0 ? type : encodeRun(entry);
  }

  private byte encodeThreads(Entry entry) {
    if (entry instanceof Entry.ThreadSeen) {
      Entry.ThreadSeen seen = (Entry.ThreadSeen) entry;
      out.putInt(seen.uid());
      encoder.string(seen.name());
      out.putLong(seen.id());
      out.putBoolean(seen.virtual());
      out.putInt(seen.parent());
      encoder.stack(seen.started());
      return Layout.THREAD;
    } else if (entry instanceof Entry.SlotTaken) {
      Entry.SlotTaken taken = (Entry.SlotTaken) entry;
      out.putInt(taken.uid());
      out.putInt(taken.slot());
      out.putInt(taken.fromClock());
      return Layout.SLOT;
    } else if (entry instanceof Entry.Lock) {
      Entry.Lock lock = (Entry.Lock) entry;
      out.putInt(lock.number());
      encoder.string(lock.name());
      encoder.string(lock.className());
      encoder.string(lock.object());
      return Layout.LOCK;
    } else if (entry instanceof Entry.Acquire) {
      return acquire((Entry.Acquire) entry);
    } else if (entry instanceof Entry.AcquireAt) {
      Entry.AcquireAt at = (Entry.AcquireAt) entry;
      out.putInt(at.id());
      encoder.moment(at.base());
      encoder.moment(at.at());
      return Layout.ACQUIRE_AT;
    } else if (entry instanceof Entry.AcquireSeen) {
      Entry.AcquireSeen seen = (Entry.AcquireSeen) entry;
      out.putInt(seen.id());
      out.putLong(seen.count());
      encoder.moment(seen.last());
      return Layout.ACQUIRE_SEEN;
    }
    return encodeWaits(entry);
  }

  private byte encodeWaits(Entry entry) {
    if (entry instanceof Entry.Deadlock) {
      return deadlock((Entry.Deadlock) entry);
    } else if (entry instanceof Entry.WaitUnder) {
      return waitUnder((Entry.WaitUnder) entry);
    } else if (entry instanceof Entry.Guarded) {
      Entry.Guarded guarded = (Entry.Guarded) entry;
      out.putInt(guarded.id());
      out.putInt(guarded.lock());
      encoder.string(guarded.mode());
      out.putInt(guarded.holder());
      out.putLong(guarded.count());
      return Layout.GUARDED;
    } else if (entry instanceof Entry.NotAwaited) {
      Entry.NotAwaited not = (Entry.NotAwaited) entry;
      out.putInt(not.slot());
      out.putInt(not.clock());
      return Layout.NOT_AWAITED;
    }
    return 0;
  }

  private byte waitUnder(Entry.WaitUnder wait) {
    out.putInt(wait.id());
    encoder.blocked(wait.waiter());
    encoder.blocked(wait.other());
    encoder.moment(wait.began());
    encoder.moment(wait.need());
    encoder.stack(wait.submitted());
    out.putBoolean(wait.every());
    return Layout.WAIT_UNDER;
  }

  private byte encodeRun(Entry entry) {
    if (entry instanceof Entry.Meta) {
      encoder.once(((Entry.Meta) entry).key());
      encoder.once(((Entry.Meta) entry).value());
      return Layout.META;
    } else if (entry instanceof Entry.Classes) {
      Entry.Classes classes = (Entry.Classes) entry;
      out.putLong(classes.instrumented());
      out.putLong(classes.skipped());
      out.putLong(classes.failed());
      return Layout.CLASSES;
    } else if (entry instanceof Entry.ClassFailed) {
      encoder.once(((Entry.ClassFailed) entry).className());
      encoder.once(((Entry.ClassFailed) entry).reason());
      return Layout.CLASS_FAILED;
    } else if (entry instanceof Entry.Canary) {
      out.putBoolean(((Entry.Canary) entry).found());
      return Layout.CANARY;
    } else if (entry instanceof Entry.Note) {
      encoder.once(((Entry.Note) entry).text());
      return Layout.NOTE;
    } else if (entry instanceof Entry.End) {
      encoder.once(((Entry.End) entry).how());
      out.putLong(((Entry.End) entry).millis());
      return Layout.END;
    }
    throw new IllegalArgumentException("unknown entry");
  }

  private byte acquire(Entry.Acquire acquire) {
    out.putInt(acquire.id());
    out.putInt(acquire.lock());
    encoder.string(acquire.mode());
    encoder.string(acquire.waits());
    encoder.locks(acquire.held());
    encoder.moment(acquire.first());
    encoder.stack(acquire.stack());
    return Layout.ACQUIRE;
  }

  private byte deadlock(Entry.Deadlock deadlock) {
    Entry.Blocked[] cycle = deadlock.cycle();
    int count = Math.min(cycle.length, Layout.MAX_LIST);
    out.putInt(deadlock.id());
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      encoder.blocked(cycle[i]);
    }
    return Layout.DEADLOCK;
  }

  /** A single edge is a batch of one. Its site is 1 for the place itself, 0 for none. */
  private byte edge(Entry.Edge edge) {
    int[] batch = new int[EdgeBatch.STRIDE];
    Entry.Moment to = edge.to();
    EdgeBatch.set(
        batch,
        0,
        edge.fromSlot(),
        edge.fromClock(),
        to.slot(),
        to.clock(),
        to.acquires(),
        EdgeKind.of(edge.kind()),
        edge.at() == null ? 0 : 1);
    EdgeCodec.encode(encoder, batch, new String[] {edge.what()}, 0, 1, new OnePlace(edge.at()));
    return Layout.EDGES;
  }

  private static final class OnePlace implements PlaceSource {
    private final Entry.Place place;

    OnePlace(Entry.Place place) {
      this.place = place;
    }

    @Override
    public Entry.Place place(int site) {
      return place;
    }
  }
}
