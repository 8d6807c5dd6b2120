package io.racewatch.format;

import java.util.Arrays;

/**
 * Numbers strings, or places, in the order in which they come. A table of its own, because the
 * runtime must not depend on collection classes that the program uses and the agent may have
 * changed. Not thread-safe.
 */
final class Numbering {
  private Object[] keys = new Object[256];
  private int[] numbers = new int[256];
  private int size;

  boolean full() {
    return size >= Layout.MAX_NUMBERED;
  }

  void clear() {
    Arrays.fill(keys, null);
    size = 0;
  }

  /** The number of a known key, or -1; then the key has got the next number. */
  int numberOrAdd(Object key) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = find(keys, key);
    if (keys[at] != null) {
      return numbers[at];
    }
    keys[at] = key;
    numbers[at] = size++;
    return -1;
  }

  private void grow() {
    Object[] moreKeys = new Object[keys.length * 2];
    int[] moreNumbers = new int[moreKeys.length];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != null) {
        int at = find(moreKeys, keys[i]);
        moreKeys[at] = keys[i];
        moreNumbers[at] = numbers[i];
      }
    }
    keys = moreKeys;
    numbers = moreNumbers;
  }

  private static int find(Object[] keys, Object key) {
    int mask = keys.length - 1;
    int at = hash(key) & mask;
    while (keys[at] != null && !same(keys[at], key)) {
      at = at + 1 & mask;
    }
    return at;
  }

  /** Not Place.hashCode: a record's is linked by invokedynamic when it first runs. */
  private static int hash(Object key) {
    int hash;
    if (key instanceof Entry.Place) {
      Entry.Place place = (Entry.Place) key;
      hash = hash(place.className()) * 31 + hash(place.method());
      hash = hash * 31 + place.line();
    } else {
      hash = key.hashCode();
    }
    return hash ^ hash >>> 16;
  }

  private static int hash(String text) {
    return text == null ? 0 : text.hashCode();
  }

  private static boolean same(Object a, Object b) {
    if (!(a instanceof Entry.Place)) {
      return a.equals(b);
    }
    Entry.Place one = (Entry.Place) a;
    Entry.Place two = (Entry.Place) b;
    return one.line() == two.line()
        && equal(one.method(), two.method())
        && equal(one.className(), two.className())
        && equal(one.file(), two.file());
  }

  private static boolean equal(String a, String b) {
    return a == null ? b == null : a.equals(b);
  }
}
