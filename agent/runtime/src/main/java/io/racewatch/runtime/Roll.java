package io.racewatch.runtime;

import io.racewatch.runtime.log.EdgeBuffer;
import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * The threads that may still live, weakly, and what any of them has not yet given to the run file.
 * Thread-safe by a private monitor, under which nothing is written and no code of the program runs.
 */
final class Roll {
  private static final Object LOCK = new Object();
  private static Ref[] all = new Ref[64];
  private static int count;

  private Roll() {}

  /** A thread's state, weakly, and its records, which outlive it. */
  private static final class Ref extends WeakReference<ThreadState> {
    private final EdgeBuffer edges;
    private final LockOrderLog lockOrder;
    private final ThreadInfo info;

    Ref(ThreadState state) {
      super(state);
      info = state.info;
      edges = state.edges;
      lockOrder = state.lockOrder;
    }

    void flush() {
      if (!info.virtual) {
        Threads.tell(info); // explanations name the threads that an order leads through
      }
      lockOrder.flush();
      if (edges != null) {
        edges.flush();
      }
    }
  }

  static void add(ThreadState state) {
    Ref ref = new Ref(state);
    Ref[] dead = null;
    synchronized (LOCK) {
      if (count == all.length) {
        dead = sweep();
      }
      all[count++] = ref;
    }
    if (dead != null) {
      write(dead);
    }
  }

  /** Takes out the threads that are gone, and returns them. */
  private static Ref[] sweep() {
    Ref[] dead = new Ref[count];
    Ref[] live = new Ref[all.length * 2];
    int gone = 0;
    for (int i = 0; i < count; i++) {
      if (all[i].refersTo(null)) {
        dead[gone++] = all[i];
      } else {
        live[i - gone] = all[i];
      }
    }
    int left = count - gone;
    all = left > all.length / 2 ? live : Arrays.copyOf(live, all.length);
    count = left;
    return Arrays.copyOf(dead, gone);
  }

  /** Brings to the run file what threads, dead ones too, have not yet given to it. */
  static void flush() {
    Ref[] refs;
    synchronized (LOCK) {
      refs = Arrays.copyOf(all, count);
    }
    write(refs);
    WaitLog.flush();
  }

  private static void write(Ref[] refs) {
    for (Ref ref : refs) {
      ref.flush();
    }
  }

  /** The states of all threads that may still live. */
  static ThreadState[] states() {
    synchronized (LOCK) {
      ThreadState[] states = new ThreadState[count];
      int n = 0;
      for (int i = 0; i < count; i++) {
        ThreadState s = all[i].get();
        if (s != null) {
          states[n++] = s;
        }
      }
      return Arrays.copyOf(states, n);
    }
  }
}
