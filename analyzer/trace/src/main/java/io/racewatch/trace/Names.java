package io.racewatch.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers names from 0 in the order in which they are first met. Names are kept as UTF-8 in one
 * array, so that millions of variables cost little more than their letters. Not thread-safe.
 */
public final class Names {
  private byte[] letters = new byte[256];
  private int[] ends = new int[16];
  private int size;
  private int[] table = new int[32];

  Names() {
    Arrays.fill(table, -1);
  }

  /** The number of a name; a new one if it was not met before. */
  public int number(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return number(bytes, 0, bytes.length);
  }

  /** The number of a name in UTF-8. */
  public int number(byte[] in, int from, int to) {
    int mask = table.length - 1;
    int i = hash(in, from, to) & mask;
    while (table[i] >= 0) {
      if (is(table[i], in, from, to)) {
        return table[i];
      }
      i = i + 1 & mask;
    }
    table[i] = size;
    return add(in, from, to);
  }

  private int add(byte[] in, int from, int to) {
    int start = start(size);
    int length = to - from;
    if (start + length > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(start + length, letters.length * 2));
    }
    System.arraycopy(in, from, letters, start, length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    ends[size++] = start + length;
    if (size * 2 > table.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    table = new int[table.length * 2];
    Arrays.fill(table, -1);
    int mask = table.length - 1;
    for (int name = 0; name < size; name++) {
      int i = hash(letters, start(name), ends[name]) & mask;
      while (table[i] >= 0) {
        i = i + 1 & mask;
      }
      table[i] = name;
    }
  }

  private int start(int name) {
    return name == 0 ? 0 : ends[name - 1];
  }

  private boolean is(int name, byte[] in, int from, int to) {
    return Arrays.equals(letters, start(name), ends[name], in, from, to);
  }

  private static int hash(byte[] in, int from, int to) {
    int h = to - from;
    for (int i = from; i < to; i++) {
      h = h * 31 + in[i];
    }
    h *= 0x9e3779b9;
    return h ^ h >>> 15;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The name of that number. */
  public String name(int number) {
    int start = start(number);
    return new String(letters, start, ends[number] - start, StandardCharsets.UTF_8);
  }
}
