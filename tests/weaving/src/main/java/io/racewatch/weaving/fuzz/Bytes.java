package io.racewatch.weaving.fuzz;

/** The fuzzer's bytes, read from front to back; zeros after their end. Not thread-safe. */
final class Bytes {
  private final byte[] data;
  private int at;

  Bytes(byte[] data) {
    this.data = data;
  }

  boolean hasMore() {
    return at < data.length;
  }

  /** From 0 to 255. */
  int next() {
    return at < data.length ? data[at++] & 0xFF : 0;
  }

  /** From 0 to {@code bound - 1}; the bound is at most 65,536. */
  int below(int bound) {
    int value = bound > 256 ? next() << 8 | next() : next();
    return value % bound;
  }

  byte[] rest() {
    byte[] rest = java.util.Arrays.copyOfRange(data, Math.min(at, data.length), data.length);
    at = data.length;
    return rest;
  }
}
