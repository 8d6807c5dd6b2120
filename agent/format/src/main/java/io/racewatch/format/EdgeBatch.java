package io.racewatch.format;

/** How edges stand in an array of ints until they are encoded: {@link #STRIDE} ints an edge. */
public final class EdgeBatch {
  /** Ints an edge takes. */
  public static final int STRIDE = 8;

  static final int FROM_SLOT = 0;
  static final int FROM_CLOCK = 1;
  static final int TO_SLOT = 2;
  static final int TO_CLOCK = 3;
  static final int ACQUIRES_LOW = 4;
  static final int ACQUIRES_HIGH = 5;
  static final int KIND = 6;
  static final int SITE = 7;

  private EdgeBatch() {}

  /**
   * Stores an edge; the meaning of the numbers is that of {@link Entry.Edge}.
   *
   * @param index which edge of the array, from 0
   * @param kind one of {@link EdgeKind}
   * @param site where it was acquired, 0 if unknown
   */
  public static void set(
      int[] edges,
      int index,
      int fromSlot,
      int fromClock,
      int toSlot,
      int toClock,
      long toAcquires,
      int kind,
      int site) {
    int at = index * STRIDE;
    edges[at + FROM_SLOT] = fromSlot;
    edges[at + FROM_CLOCK] = fromClock;
    edges[at + TO_SLOT] = toSlot;
    edges[at + TO_CLOCK] = toClock;
    edges[at + ACQUIRES_LOW] = (int) toAcquires;
    edges[at + ACQUIRES_HIGH] = (int) (toAcquires >>> 32);
    edges[at + KIND] = kind;
    edges[at + SITE] = site;
  }

  static long acquires(int[] edges, int index) {
    int at = index * STRIDE;
    return edges[at + ACQUIRES_LOW] & 0xffffffffL | (long) edges[at + ACQUIRES_HIGH] << 32;
  }
}
