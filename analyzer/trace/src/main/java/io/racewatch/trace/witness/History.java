package io.racewatch.trace.witness;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import io.racewatch.trace.lock.Holds;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A trace as its reorderings must respect it: the events of each thread in their order, the write
 * that each read saw, where each lock was given back, what a thread's first event and a join wait
 * for. 12 bytes an event. Immutable, so safe for any number of readers.
 */
public final class History {
  /** No such event: a read of the initial value, a lock never given back, a thread not forked. */
  static final int NONE = -1;

  final Trace trace;
  private final int[][] order;
  private final int[] position;
  private final int[] partner;
  private final int[] forkOf;
  private final int[] givenBack;
  private final BitSet guards = new BitSet();
  private final boolean consistent;

  /** Takes two passes over the trace. */
  public History(Trace trace) {
    this.trace = trace;
    int threads = trace.threads().size();
    position = new int[trace.size()];
    partner = new int[trace.size()];
    forkOf = new int[threads];
    givenBack = new int[trace.locks().size()];
    Arrays.fill(partner, NONE);
    Arrays.fill(forkOf, NONE);
    Arrays.fill(givenBack, NONE);
    order = orderByThread(threads);
    consistent = link();
  }

  private int[][] orderByThread(int threads) {
    int[] count = new int[threads];
    for (int e = 0; e < trace.size(); e++) {
      position[e] = count[trace.thread(e)]++;
    }
    int[][] events = new int[threads][];
    for (int t = 0; t < threads; t++) {
      events[t] = new int[count[t]];
    }
    for (int e = 0; e < trace.size(); e++) {
      events[trace.thread(e)][position[e]] = e;
    }
    return events;
  }

  private boolean link() {
    Holds holds = new Holds(order.length, trace.locks().size());
    Guards reads = new Guards(trace.variables().size(), holds);
    int[] acquire = new int[trace.locks().size()];
    int[] last = new int[order.length];
    boolean[] acted = new boolean[order.length];
    Arrays.fill(last, NONE);
    for (int e = 0; e < trace.size(); e++) {
      int t = trace.thread(e);
      int x = trace.operand(e);
      Op op = trace.op(e);
      switch (op) {
        case READ -> partner[e] = reads.read(x, t, e, guards);
        case WRITE -> reads.write(x, t, e, guards);
        case ACQUIRE -> acquire(e, t, x, holds, acquire);
        case RELEASE -> release(e, t, x, holds, acquire);
        case FORK -> forkOf[x] = forkOf[x] == NONE && !acted[x] && x != t ? e : forkOf[x];
        case JOIN -> partner[e] = x == t ? NONE : last[x];
        default -> {}
      }
      acted[t] = true;
      last[t] = e;
    }
    return holds.consistent();
  }

  private void acquire(int e, int t, int lock, Holds holds, int[] acquire) {
    if (holds.acquire(t, lock) == Holds.Kind.OUTERMOST) {
      acquire[lock] = e;
    } else {
      partner[e] = e;
    }
  }

  private void release(int e, int t, int lock, Holds holds, int[] acquire) {
    switch (holds.release(t, lock)) {
      case OUTERMOST -> {
        partner[e] = acquire[lock];
        partner[acquire[lock]] = e;
      }
      case HELD_BEFORE -> {
        givenBack[lock] = e;
        partner[e] = e;
      }
      default -> partner[e] = e;
    }
  }

  /** Whether every lock was free when it was taken, and given back by its holder. */
  public boolean consistent() {
    return consistent;
  }

  int threads() {
    return order.length;
  }

  /** How many events the thread has. */
  int length(int thread) {
    return order[thread].length;
  }

  /** The event of a thread at a position. */
  int event(int thread, int at) {
    return order[thread][at];
  }

  /** The position of an event in its thread. */
  int position(int event) {
    return position[event];
  }

  /** Whether an acquire or release takes or gives the lock, and is not one inside another. */
  boolean isOutermost(int event) {
    return partner[event] != event;
  }

  /** The release of an outermost acquire, the acquire of such a release, or {@link #NONE}. */
  int matching(int event) {
    return partner[event];
  }

  /** The write that a read saw, or {@link #NONE} for the initial value. */
  int writer(int read) {
    return partner[read];
  }

  /** The last event of the joined thread, or {@link #NONE}. */
  int lastJoined(int join) {
    return partner[join];
  }

  /** The event that must come before the thread's first, or {@link #NONE}. */
  int forkOf(int thread) {
    return forkOf[thread];
  }

  /** The release of a lock that was held when the trace began, or {@link #NONE}. */
  int givenBack(int lock) {
    return givenBack[lock];
  }

  /** Whether a read looks like one that decides what its thread does next; see {@link Guards}. */
  boolean isGuard(int read) {
    return guards.get(read);
  }
}
