package io.racewatch.format;

/**
 * The payload of one frame with the basic encodings of {@link Layout}. Reads nothing outside of it,
 * whatever it says. Not thread-safe.
 */
final class Input {
  private byte[] bytes = {};
  private int at;
  private int end;

  void set(byte[] payload, int from, int to) {
    bytes = payload;
    at = from;
    end = to;
  }

  int remaining() {
    return end - at;
  }

  int get() throws FormatException {
    if (at == end) {
      throw new FormatException("an entry ends too early");
    }
    return bytes[at++] & 0xff;
  }

  boolean getBoolean() throws FormatException {
    int value = get();
    if (value > 1) {
      throw new FormatException("neither true nor false");
    }
    return value == 1;
  }

  int getInt() throws FormatException {
    long value = getLong();
    if (value >>> 32 != 0) {
      throw new FormatException("a number is too large");
    }
    return (int) value;
  }

  long getLong() throws FormatException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = get();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new FormatException("a number is too long");
  }

  long getDelta() throws FormatException {
    long value = getLong();
    return value >>> 1 ^ -(value & 1);
  }

  /** A count of things that take a byte each at least: no more than there are bytes. */
  int count(int limit) throws FormatException {
    int count = getInt();
    if (count < 0 || count > limit || count > remaining()) {
      throw new FormatException("a list is longer than its entry");
    }
    return count;
  }

  String getText() throws FormatException {
    int count = count(Layout.MAX_TEXT);
    char[] chars = new char[count];
    for (int i = 0; i < count; i++) {
      int c = getInt();
      if (c >>> 16 != 0) {
        throw new FormatException("not a character");
      }
      chars[i] = (char) c;
    }
    return new String(chars);
  }
}
