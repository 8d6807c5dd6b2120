package io.racewatch.runtime;

/**
 * What a thread found last in the side tables, by site: a loop asks for the same array or lock over
 * and over. The entries hold their objects weakly, so a cache keeps nothing alive but entries.
 */
final class SideCaches {
  final ArrayShadow[] arrays;
  final Locks.Entry[] locks;
  final Posts.Entry[] posts;
  final LibraryShadow[] libraries;
  final Held[] holds;

  /**
   * @param size entries of each cache, a power of two
   */
  SideCaches(int size) {
    arrays = new ArrayShadow[size];
    locks = new Locks.Entry[size];
    posts = new Posts.Entry[size];
    libraries = new LibraryShadow[size];
    holds = new Held[size == 8 ? 8 : 4 * size];
  }

  /**
   * Lets go of shadows of dead arrays, which may be large. By the watchdog, while the thread may be
   * at work: an entry is checked at each use, so one lost is only looked for again.
   */
  void forgetDead() {
    for (int i = 0; i < arrays.length; i++) {
      ArrayShadow shadow = arrays[i];
      if (shadow != null && shadow.of(null)) {
        arrays[i] = null;
      }
    }
  }
}
