package io.racewatch.format;

/**
 * Batches of edges. Each edge is written as what changed since the one before it in the batch,
 * because the edges of one thread mostly go to one slot, a clock and an acquire further each time.
 *
 * <pre>
 * batch = count:int edge*
 * edge  = flags:u8 from-slot:delta from-clock:delta to-slot:delta? to-clock:delta? acquires:delta?
 *         (what:string at:place)?
 * delta = the difference as a varint, the sign in the lowest bit
 * </pre>
 */
final class EdgeCodec {
  private static final int KIND = 0x0f;
  private static final int SAME_SLOT = 0x10;
  private static final int SAME_CLOCK = 0x20;
  private static final int NEXT_ACQUIRE = 0x40;
  private static final int SAME_SOURCE = 0x80;

  private EdgeCodec() {}

  static void encode(
      Encoder encoder, int[] edges, String[] what, int from, int to, PlaceSource places) {
    Output out = encoder.out;
    out.putInt(to - from);
    int fromSlot = 0;
    int fromClock = 0;
    int toSlot = 0;
    int toClock = 0;
    long acquires = 0;
    String lastWhat = null;
    int lastSite = -1;
    for (int i = from; i < to; i++) {
      int at = i * EdgeBatch.STRIDE;
      long toAcquires = EdgeBatch.acquires(edges, i);
      int site = edges[at + EdgeBatch.SITE];
      int flags = edges[at + EdgeBatch.KIND] & KIND;
      flags |= edges[at + EdgeBatch.TO_SLOT] == toSlot ? SAME_SLOT : 0;
      flags |= edges[at + EdgeBatch.TO_CLOCK] == toClock ? SAME_CLOCK : 0;
      flags |= toAcquires == acquires + 1 ? NEXT_ACQUIRE : 0;
      flags |= site == lastSite && what[i] == lastWhat ? SAME_SOURCE : 0;
      out.put(flags);
      out.putDelta((long) edges[at + EdgeBatch.FROM_SLOT] - fromSlot);
      out.putDelta((long) edges[at + EdgeBatch.FROM_CLOCK] - fromClock);
      fromSlot = edges[at + EdgeBatch.FROM_SLOT];
      fromClock = edges[at + EdgeBatch.FROM_CLOCK];
      if ((flags & SAME_SLOT) == 0) {
        out.putDelta((long) edges[at + EdgeBatch.TO_SLOT] - toSlot);
        toSlot = edges[at + EdgeBatch.TO_SLOT];
      }
      if ((flags & SAME_CLOCK) == 0) {
        out.putDelta((long) edges[at + EdgeBatch.TO_CLOCK] - toClock);
        toClock = edges[at + EdgeBatch.TO_CLOCK];
      }
      if ((flags & NEXT_ACQUIRE) == 0) {
        out.putDelta(toAcquires - acquires);
      }
      acquires = toAcquires;
      if ((flags & SAME_SOURCE) == 0) {
        encoder.string(what[i] == null ? "" : what[i]);
        encoder.place(site == 0 ? null : places.place(site));
        lastWhat = what[i];
        lastSite = site;
      }
    }
  }

  static Entry.Edge[] decode(Decoder decoder) throws FormatException {
    Input in = decoder.in;
    int count = in.count(Layout.MAX_EDGES);
    Entry.Edge[] edges = new Entry.Edge[count];
    int fromSlot = 0;
    int fromClock = 0;
    int toSlot = 0;
    int toClock = 0;
    long acquires = 0;
    String what = "";
    Entry.Place place = null;
    for (int i = 0; i < count; i++) {
      int flags = in.get();
      fromSlot += (int) in.getDelta();
      fromClock += (int) in.getDelta();
      if ((flags & SAME_SLOT) == 0) {
        toSlot += (int) in.getDelta();
      }
      if ((flags & SAME_CLOCK) == 0) {
        toClock += (int) in.getDelta();
      }
      acquires += (flags & NEXT_ACQUIRE) == 0 ? in.getDelta() : 1;
      if ((flags & SAME_SOURCE) == 0) {
        what = decoder.string();
        place = decoder.place();
      }
      Entry.Moment to = new Entry.Moment(toSlot, toClock, acquires);
      edges[i] = new Entry.Edge(fromSlot, fromClock, to, EdgeKind.name(flags & KIND), what, place);
    }
    return edges;
  }
}
