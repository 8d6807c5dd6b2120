package io.racewatch.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Reads the entries of a run file one after the other; a batch of edges comes as single edges.
 *
 * <p>The input may be anything: sizes are bounded by {@link Layout} before memory is taken, nothing
 * recurses, and no class is loaded by name. The first frame that is cut off, fails its checksum or
 * makes no sense ends the reading; all entries before it have been returned. Numbers in entries are
 * as written: nothing checks that a slot or a uid is one that the run had. Not thread-safe.
 */
public final class EntryReader {
  private static final Entry.Edge[] NO_EDGES = {};

  private final InputStream in;
  private final Decoder decoder = new Decoder();
  private final CRC32 crc = new CRC32();
  private final byte[] head = new byte[Layout.FRAME];
  private byte[] payload = new byte[1024];
  private Entry.Edge[] edges = NO_EDGES;
  private int edge;
  private long offset;
  private boolean ended;
  private long tornAt = -1;
  private String tornWhy = "";

  /**
   * Reads the header.
   *
   * @param in should be buffered; the caller closes it
   * @throws FormatException if this is no run file, or one of a later version
   */
  public EntryReader(InputStream in) throws IOException {
    this.in = in;
    byte[] header = new byte[Layout.HEADER];
    int length = in.readNBytes(header, 0, header.length);
    Layout.check(header, length);
    offset = length;
  }

  /**
   * The next entry, or null at the end.
   *
   * @throws IOException if the input itself fails; never for what it contains
   */
  public Entry next() throws IOException {
    while (!ended) {
      if (edge < edges.length) {
        return edges[edge++];
      }
      Entry entry = frame();
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** Offset in bytes at which the input stopped making sense, or -1 if it did not. */
  public long tornAt() {
    return tornAt;
  }

  /** One line for people that says where and why reading stopped early; empty if it did not. */
  public String tornWhy() {
    return tornWhy;
  }

  /** Reads a frame; null if it holds no entry by itself, or was the end. */
  private Entry frame() throws IOException {
    int got = in.readNBytes(head, 0, head.length);
    if (got == 0) {
      ended = true;
      return null;
    }
    int length = got < 4 ? 0 : Layout.getInt(head, 0);
    if (length == 0) {
      end(got);
      return null;
    }
    if (length < 0 || length > Layout.MAX_PAYLOAD + 1) {
      return torn("has an impossible length");
    }
    if (got < head.length || !fill(length - 1)) {
      return torn("is cut off");
    }
    int type = head[4];
    crc.reset();
    crc.update(type);
    crc.update(payload, 0, length - 1);
    if ((int) crc.getValue() != Layout.getInt(head, 5)) {
      return torn("does not match its checksum");
    }
    try {
      Entry entry = decode(type, length - 1);
      offset += Layout.FRAME + length - 1;
      return entry;
    } catch (FormatException e) {
      return torn("makes no sense: " + e.getMessage());
    }
  }

  private Entry decode(int type, int length) throws FormatException {
    decoder.in.set(payload, 0, length);
    Entry entry = null;
    Entry.Edge[] batch = NO_EDGES;
    if (type == Layout.RESET) {
      decoder.forget();
    } else {
      decoder.checkNumbered();
      if (type == Layout.EDGES) {
        batch = EdgeCodec.decode(decoder);
      } else {
        entry = decoder.entry(type);
      }
    }
    if (decoder.in.remaining() > 0) {
      throw new FormatException("an entry is longer than its content");
    }
    edges = batch;
    edge = 0;
    return entry;
  }

  /** Takes memory only as bytes arrive. */
  private boolean fill(int length) throws IOException {
    int got = 0;
    while (got < length) {
      if (got == payload.length) {
        payload = Arrays.copyOf(payload, payload.length * 2);
      }
      int count = in.readNBytes(payload, got, Math.min(length, payload.length) - got);
      if (count == 0) {
        return false;
      }
      got += count;
    }
    return true;
  }

  /** The space after the last frame must be empty up to the end of the input. */
  private void end(int got) throws IOException {
    boolean empty = true;
    for (int i = 0; i < got; i++) {
      empty &= head[i] == 0;
    }
    byte[] rest = new byte[8192];
    int count = empty && got == head.length ? in.read(rest) : -1;
    while (count >= 0 && empty) {
      for (int i = 0; i < count; i++) {
        empty &= rest[i] == 0;
      }
      count = in.read(rest);
    }
    ended = true;
    if (!empty) {
      torn(got < 4 ? "is cut off" : "is missing, though something stands after it");
    }
  }

  private Entry torn(String why) {
    ended = true;
    tornAt = offset;
    tornWhy = "the entry at byte " + offset + " " + why;
    return null;
  }
}
