package io.racewatch.runtime;

import io.racewatch.format.Entry;
import java.util.Arrays;

/**
 * Bounds the unordered readers that a variable remembers. Threads that live are kept, each: there
 * are as many as there are. Of threads that have ended there may be millions, so past some number
 * only the first and the last of them are kept. What is lost: a later write that comes after all
 * that are kept, and not after one that is gone, is not reported. It is counted and told.
 */
final class EndedReaders {
  /** So many are looked through, and each further time that so many have come. */
  private static final int MANY = 128;

  /** Ended ones that are kept: half of them the first, half the last. */
  private static final int KEPT = 64;

  private static long forgotten;

  private EndedReaders() {}

  /** The readers, or fewer. The array is not written. */
  static Access[] bounded(Access[] readers) {
    if (!areMany(readers.length)) {
      return readers;
    }
    Context[] contexts = new Context[readers.length];
    for (int i = 0; i < contexts.length; i++) {
      contexts[i] = readers[i].context;
    }
    boolean[] forget = toForget(contexts, contexts.length);
    if (forget == null) {
      return readers;
    }
    Access[] kept = new Access[readers.length];
    int n = 0;
    for (int i = 0; i < readers.length; i++) {
      if (!forget[i]) {
        kept[n++] = readers[i];
      }
    }
    return Arrays.copyOf(kept, n);
  }

  private static boolean hasEnded(ThreadInfo info) {
    Thread thread = info.thread();
    return thread == null || Threads.hasEnded(thread);
  }

  /** How many unordered reads one variable had when those of ended threads are looked for. */
  static boolean areMany(int readers) {
    return readers >= MANY && readers % MANY == 0;
  }

  /** Like {@link #bounded}: which of the contexts to leave out, or null. */
  static boolean[] toForget(Context[] contexts, int count) {
    boolean[] gone = new boolean[count];
    int ended = 0;
    for (int i = 0; i < count; i++) {
      gone[i] = hasEnded((ThreadInfo) contexts[i].tenancy.owner);
      ended += gone[i] ? 1 : 0;
    }
    if (ended <= KEPT) {
      return null;
    }
    int seen = 0;
    for (int i = 0; i < count; i++) {
      seen += gone[i] ? 1 : 0;
      gone[i] &= seen > KEPT / 2 && seen <= ended - KEPT / 2;
    }
    forgotten += ended - KEPT; // racy: about how many
    return gone;
  }

  /** Says at the end how much was forgotten. */
  static void tell() {
    if (forgotten > 0) {
      Recorder.append(
          new Entry.Note(
              "about "
                  + forgotten
                  + " reads by threads that had ended were forgotten where very many threads read"
                  + " one variable; a race with one of them could be missed"));
    }
  }
}
