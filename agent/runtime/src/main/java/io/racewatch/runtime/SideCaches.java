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

  /** The lock given back by a wait that has not ended. */
  Held waiting;

  /** Where a compare-and-set may have to take its release back. */
  final PendingRelease pending = new PendingRelease();

  /**
   * @param size entries of each cache, a power of two
   */
  SideCaches(int size) {
    arrays = new ArrayShadow[size];
    locks = new Locks.Entry[size];
    posts = new Posts.Entry[size];
    libraries = new LibraryShadow[size];
  }
}
