package io.racewatch.runtime;

/** A lock that a thread had to get on its way, and would have waited for. */
final class Need {
  final LockClock lock;
  final boolean shared;
  final int site;

  /** Its stack, or null: only the first of a site have theirs taken. */
  final Throwable trace;

  /** Epoch of the first and of the last time. Written by the thread alone, read racily. */
  final long first;

  long last;

  Need(LockClock lock, boolean shared, int site, Throwable trace, long epoch) {
    this.lock = lock;
    this.shared = shared;
    this.site = site;
    this.trace = trace;
    this.first = epoch;
    this.last = epoch;
  }
}
