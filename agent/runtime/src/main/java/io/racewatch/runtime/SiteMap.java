package io.racewatch.runtime;

import java.util.Arrays;

/** A few sites by others. Look-ups take no lock. */
final class SiteMap {
  /** Pairs of key and site; replaced as a whole. */
  private volatile int[] pairs = {};

  /** The site for a key; 0 if there is none. */
  int find(int key) {
    int[] all = pairs;
    for (int i = 0; i < all.length; i += 2) {
      if (all[i] == key) {
        return all[i + 1];
      }
    }
    return 0;
  }

  /** Adds a site for a key; returns the one that was there if another thread was faster. */
  synchronized int add(int key, int site) {
    int found = find(key);
    if (found != 0) {
      return found;
    }
    int n = pairs.length;
    int[] more = Arrays.copyOf(pairs, n + 2);
    more[n] = key;
    more[n + 1] = site;
    pairs = more;
    return site;
  }
}
