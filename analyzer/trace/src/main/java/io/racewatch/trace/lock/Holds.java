package io.racewatch.trace.lock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which locks each thread holds, followed event by event. Taking a lock again is counted, so that
 * only the outermost acquire and release change anything. Sets of locks are numbered; 0 is the
 * empty one. Not thread-safe.
 */
public final class Holds {
  private static final int NOBODY = -1;

  private final int[] owners;
  private final int[] depths;
  private final boolean[] used;
  private final int[] sets;
  private final List<int[]> members = new ArrayList<>();
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> moves = new HashMap<>();
  private boolean consistent = true;

  /** Nobody holds anything. */
  public Holds(int threads, int locks) {
    owners = new int[locks];
    depths = new int[locks];
    used = new boolean[locks];
    sets = new int[threads];
    Arrays.fill(owners, NOBODY);
    number(new int[0]);
  }

  /** What an acquire or release turned out to be. */
  public enum Kind {
    /** The lock changes hands. */
    OUTERMOST,
    /** The thread has it already, or still. */
    INNER,
    /** A release of a lock that was held when the trace began. */
    HELD_BEFORE,
    /** A release of a lock that the thread does not hold. */
    STRAY
  }

  /**
   * The thread takes the lock. If another has it, the trace is inconsistent, and that one loses it.
   */
  public Kind acquire(int thread, int lock) {
    used[lock] = true;
    if (owners[lock] == thread) {
      depths[lock]++;
      return Kind.INNER;
    }
    if (owners[lock] != NOBODY) {
      consistent = false;
      sets[owners[lock]] = without(sets[owners[lock]], lock);
    }
    owners[lock] = thread;
    depths[lock] = 1;
    sets[thread] = with(sets[thread], lock);
    return Kind.OUTERMOST;
  }

  /** The thread gives the lock back. */
  public Kind release(int thread, int lock) {
    boolean first = !used[lock];
    used[lock] = true;
    if (owners[lock] != thread) {
      consistent &= first;
      return first ? Kind.HELD_BEFORE : Kind.STRAY;
    }
    if (--depths[lock] > 0) {
      return Kind.INNER;
    }
    owners[lock] = NOBODY;
    sets[thread] = without(sets[thread], lock);
    return Kind.OUTERMOST;
  }

  /** Whether no lock was taken from its holder, or given back by another, so far. */
  public boolean consistent() {
    return consistent;
  }

  /** The number of the set of locks that the thread holds. */
  public int set(int thread) {
    return sets[thread];
  }

  /** The locks of a set, ascending; not to be changed. */
  public int[] locks(int set) {
    return members.get(set);
  }

  /** Whether two sets have a lock in common. */
  public boolean meet(int a, int b) {
    int[] of = members.get(a);
    int[] other = members.get(b);
    for (int lock : of) {
      if (Arrays.binarySearch(other, lock) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int with(int set, int lock) {
    return moves.computeIfAbsent((long) set << 32 | lock, k -> number(added(set, lock)));
  }

  private int without(int set, int lock) {
    return moves.computeIfAbsent((long) set << 32 | ~lock & 0xffffffffL, k -> removed(set, lock));
  }

  private int[] added(int set, int lock) {
    int[] old = members.get(set);
    int[] more = Arrays.copyOf(old, old.length + 1);
    more[old.length] = lock;
    Arrays.sort(more);
    return more;
  }

  private int removed(int set, int lock) {
    return number(Arrays.stream(members.get(set)).filter(l -> l != lock).toArray());
  }

  private int number(int[] locks) {
    List<Integer> key = Arrays.stream(locks).boxed().toList();
    Integer known = numbers.get(key);
    if (known == null) {
      known = members.size();
      numbers.put(key, known);
      members.add(locks);
    }
    return known;
  }
}
