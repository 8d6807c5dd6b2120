package io.racewatch.runtime;

import java.util.Arrays;
import jdk.internal.vm.annotation.DontInline;

/**
 * The unordered reads of a variable since its last write. Changed under the lock of the {@link
 * OwnShadow} that has it.
 */
final class Readers {
  private Context[] contexts;
  private LockSet[] locks;

  /** Read without the lock by {@link #has}; an entry is no more than a hint there. */
  private long[] epochs;

  private long[] acquires;
  private int count;

  /** One read. */
  Readers(Context context, long epoch, long acquired, LockSet held) {
    contexts = new Context[] {context, null};
    locks = new LockSet[] {held, null};
    epochs = new long[] {epoch, 0};
    acquires = new long[] {acquired, 0};
    count = 1;
  }

  /** Those. */
  Readers(Access[] all) {
    count = all.length;
    contexts = new Context[count];
    locks = new LockSet[count];
    epochs = new long[count];
    acquires = new long[count];
    for (int i = 0; i < count; i++) {
      set(i, all[i].context, all[i].epoch(), all[i].acquires, all[i].locks);
    }
  }

  /**
   * Whether the thread whose present epoch that is has read. Should a write have come since, that
   * thread's read and the write are known to be a race already.
   */
  boolean has(long epoch) {
    for (long e : epochs) {
      if (e == epoch) {
        return true;
      }
    }
    return false;
  }

  /** A read comes; those that its thread knows are told by it. */
  @DontInline
  void add(Context context, ThreadState t) {
    boolean[] forget = EndedReaders.areMany(count) ? EndedReaders.toForget(contexts, count) : null;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!t.knows(epochs[i]) && (forget == null || !forget[i])) {
        if (kept != i) {
          set(kept, contexts[i], epochs[i], acquires[i], locks[i]);
        }
        kept++;
      }
    }
    drop(kept + 1);
    if (kept == contexts.length) {
      contexts = Arrays.copyOf(contexts, kept * 2);
      locks = Arrays.copyOf(locks, kept * 2);
      acquires = Arrays.copyOf(acquires, kept * 2);
      epochs = Arrays.copyOf(epochs, kept * 2);
    }
    set(kept, context, t.epoch, t.acquires, Held.setOf(t.held));
    count = kept + 1;
  }

  /** A write came. */
  void clear() {
    drop(0);
    count = 0;
  }

  /** The reads that the thread does not know, or null if there are none. */
  Access[] unknownTo(ThreadState t) {
    Access[] unknown = null;
    for (int i = 0; i < count; i++) {
      if (!t.knows(epochs[i])) {
        unknown = unknown == null ? new Access[1] : Arrays.copyOf(unknown, unknown.length + 1);
        unknown[unknown.length - 1] =
            new Access(contexts[i], false, epochs[i], acquires[i], locks[i]);
      }
    }
    return unknown;
  }

  /** All of them, or null if there is no more than one. */
  Access[] all() {
    if (count < 2) {
      return null;
    }
    Access[] all = new Access[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Access(contexts[i], false, epochs[i], acquires[i], locks[i]);
    }
    return all;
  }

  private void drop(int from) {
    for (int i = from; i < count; i++) {
      contexts[i] = null;
      locks[i] = null;
      epochs[i] = 0;
    }
  }

  private void set(int i, Context context, long epoch, long acquired, LockSet held) {
    if (locks[i] != held) {
      locks[i] = held;
    }
    if (contexts[i] != context) {
      contexts[i] = context;
    }
    acquires[i] = acquired;
    epochs[i] = epoch;
  }
}
