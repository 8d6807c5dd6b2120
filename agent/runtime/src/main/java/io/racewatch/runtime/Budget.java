package io.racewatch.runtime;

import io.racewatch.format.Entry;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that shadows of arrays and library objects may take. When it is used up, new arrays
 * and objects go unwatched, and the run says how many; states never become coarser, so nothing
 * false is reported. Room comes back when watched objects die.
 */
final class Budget {
  private static final AtomicLong USED = new AtomicLong();
  private static final AtomicLong LEFT_OUT = new AtomicLong();
  private static volatile long limit = Long.MAX_VALUE;

  private Budget() {}

  static void limit(long bytes) {
    limit = bytes;
  }

  /** Takes bytes that will be used whatever the answer. */
  static void take(long bytes) {
    USED.addAndGet(bytes);
  }

  static void giveBack(long bytes) {
    USED.addAndGet(-bytes);
  }

  /** Whether another object may be watched; counts it if not. */
  static boolean allows() {
    if (USED.get() < limit) {
      return true;
    }
    LEFT_OUT.incrementAndGet();
    return false;
  }

  /** At the end: what share was not watched. */
  static void tell(long watched) {
    long out = LEFT_OUT.get();
    if (out > 0) {
      Recorder.append(
          new Entry.Note(
              "the memory budget of "
                  + (limit >> 20)
                  + " MiB was used up: accesses to arrays and library objects met one that was not"
                  + " watched "
                  + out
                  + " times; "
                  + watched
                  + " were watched at the end"));
    }
  }
}
