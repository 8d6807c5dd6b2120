package io.racewatch.format;

import java.util.Arrays;

/** A growing array of bytes with the basic encodings of {@link Layout}. Not thread-safe. */
final class Output {
  /** The entry does not fit into a frame. Made once: throwing it allocates nothing. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final Full FULL = new Full();

    private Full() {
      super("the entry is too long for a frame", null, false, false);
    }
  }

  private byte[] bytes = new byte[1024];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Leaves room to be filled in later. */
  void skip(int count) {
    while (bytes.length - length < count) {
      grow();
    }
    length += count;
  }

  void put(int b) {
    if (length == bytes.length) {
      grow();
    }
    bytes[length++] = (byte) b;
  }

  void putInt(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      put(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  void putLong(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** Small for numbers near zero of either sign. */
  void putDelta(long delta) {
    putLong(delta << 1 ^ delta >> 63);
  }

  void putBoolean(boolean value) {
    put(value ? 1 : 0);
  }

  /** The first {@code limit} characters of a text that is not null. */
  void putText(String text, int limit) {
    int count = Math.min(text.length(), limit);
    putInt(count);
    for (int i = 0; i < count; i++) {
      putInt(text.charAt(i));
    }
  }

  private void grow() {
    if (bytes.length >= Layout.MAX_WRITE) {
      throw Full.FULL;
    }
    bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, Layout.MAX_WRITE));
  }
}
