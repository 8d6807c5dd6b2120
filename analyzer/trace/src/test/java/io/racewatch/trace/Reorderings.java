package io.racewatch.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * All reorderings of all prefixes of a small trace, one state after the other, that keep to program
 * order, locks, fork and join, and to the write that each read saw; and the deadlocks among them.
 * Shares nothing with what it checks. A state is where each of up to four threads stands and what
 * each of up to two variables holds, in one long.
 */
public final class Reorderings {
  private static final int BITS = 8;
  private static final int MASK = (1 << BITS) - 1;

  private final Trace trace;
  private final int threads;
  private final int[][] events;
  private final int[] index;
  private final int[] writer;
  private final int[] fork;

  /** By thread and position: the locks held, a bit each. */
  private final int[][] held;

  private final Set<Set<Integer>> deadlocks = new HashSet<>();
  private long[] seen = new long[1 << 10];
  private int size;

  private Reorderings(Trace trace) {
    this.trace = trace;
    threads = trace.threads().size();
    events = new int[threads][];
    held = new int[threads][];
    index = new int[trace.size()];
    writer = new int[trace.size()];
    fork = new int[threads];
    Arrays.fill(fork, -1);
    Arrays.fill(seen, -1);
    int[] last = new int[trace.variables().size()];
    Arrays.fill(last, MASK);
    for (int t = 0; t < threads; t++) {
      thread(t);
    }
    for (int e = 0; e < trace.size(); e++) {
      int x = trace.operand(e);
      switch (trace.op(e)) {
        case READ -> writer[e] = last[x];
        case WRITE -> last[x] = e;
        case FORK -> fork[x] = e;
        default -> {}
      }
    }
  }

  private void thread(int t) {
    events[t] = new int[trace.size()];
    held[t] = new int[trace.size() + 1];
    int[] depth = new int[trace.locks().size()];
    int n = 0;
    for (int e = 0; e < trace.size(); e++) {
      if (trace.thread(e) == t) {
        index[e] = n;
        events[t][n++] = e;
        held[t][n] = held[t][n - 1];
        int lock = trace.operand(e);
        if (trace.op(e) == Op.ACQUIRE && depth[lock]++ == 0) {
          held[t][n] |= 1 << lock;
        } else if (trace.op(e) == Op.RELEASE && --depth[lock] == 0) {
          held[t][n] &= ~(1 << lock);
        }
      }
    }
    events[t] = Arrays.copyOf(events[t], n);
  }

  /**
   * The deadlocks that can be reached, each as the acquires before which threads then stand.
   *
   * @return null if there are more than so many states
   */
  public static Set<Set<Integer>> deadlocks(Trace trace, int most) {
    if (trace.size() >= MASK || trace.threads().size() > 4 || trace.variables().size() > 2) {
      throw new IllegalArgumentException("too large");
    }
    Reorderings all = new Reorderings(trace);
    return all.explore(most) ? all.deadlocks : null;
  }

  private boolean explore(int most) {
    ArrayDeque<Long> open = new ArrayDeque<>();
    long first = (long) (MASK << BITS | MASK) << 4 * BITS;
    add(first);
    open.add(first);
    while (!open.isEmpty()) {
      long s = open.poll();
      collect(s);
      for (int t = 0; t < threads; t++) {
        if (at(s, t) < events[t].length && can(s, t)) {
          long next = next(s, t);
          if (add(next)) {
            open.add(next);
          }
        }
      }
      if (size > most) {
        return false;
      }
    }
    return true;
  }

  private boolean add(long s) {
    if (size * 2 > seen.length) {
      long[] old = seen;
      seen = new long[old.length * 4];
      Arrays.fill(seen, -1);
      for (long o : old) {
        if (o != -1) {
          seen[slot(o)] = o;
        }
      }
    }
    int i = slot(s);
    if (seen[i] == s) {
      return false;
    }
    seen[i] = s;
    size++;
    return true;
  }

  private int slot(long s) {
    int i = (int) (s * 0x9e3779b97f4a7c15L >>> 40) & seen.length - 1;
    while (seen[i] != -1 && seen[i] != s) {
      i = i + 1 & seen.length - 1;
    }
    return i;
  }

  private static int at(long s, int t) {
    return (int) (s >>> t * BITS) & MASK;
  }

  private static int last(long s, int x) {
    return (int) (s >>> (4 + x) * BITS) & MASK;
  }

  private boolean isDone(long s, int event) {
    return at(s, trace.thread(event)) > index[event];
  }

  private int owner(long s, int lock) {
    for (int t = 0; t < threads; t++) {
      if ((held[t][at(s, t)] >>> lock & 1) != 0) {
        return t;
      }
    }
    return -1;
  }

  private boolean can(long s, int t) {
    int e = events[t][at(s, t)];
    if (fork[t] >= 0 && !isDone(s, fork[t])) {
      return false;
    }
    int x = trace.operand(e);
    return switch (trace.op(e)) {
      case READ -> last(s, x) == writer[e];
      case ACQUIRE -> owner(s, x) < 0 || owner(s, x) == t;
      case JOIN -> at(s, x) == events[x].length;
      default -> true;
    };
  }

  private long next(long s, int t) {
    int e = events[t][at(s, t)];
    long next = s + (1L << t * BITS);
    if (trace.op(e) == Op.WRITE) {
      int shift = (4 + trace.operand(e)) * BITS;
      next = next & ~((long) MASK << shift) | (long) e << shift;
    }
    return next;
  }

  private void collect(long s) {
    for (int t = 0; t < threads; t++) {
      Set<Integer> ring = new TreeSet<>();
      int at = t;
      do {
        int e = at(s, at) < events[at].length ? events[at][at(s, at)] : -1;
        int owner = e >= 0 && trace.op(e) == Op.ACQUIRE ? owner(s, trace.operand(e)) : -1;
        if (owner < 0 || owner == at || !ring.add(e)) {
          at = -1;
          break;
        }
        at = owner;
      } while (at != t);
      if (at == t) {
        deadlocks.add(ring);
      }
    }
  }
}
