package io.racewatch.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Records the run as an STD trace (docs/traces.md), for {@code run --record=FILE}. Switched on by a
 * system property before the first class of the program is loaded; off, its calls are compiled to
 * nothing. On, every event is written under one lock, so the lines stand in an order in which the
 * run can have happened: a release is written before it is done, an acquire and an access after.
 *
 * <p>Accesses that a thread repeats in one epoch are left out; they cannot race where the first
 * does not. Whatever orders but is no lock of one owner is a one-way edge: the releaser forks a
 * thread that exists in the trace alone, and each acquirer joins it.
 */
final class TraceLog {
  /** Whether the run is recorded; a constant for the compiler. */
  static final boolean ON = System.getProperty("io.racewatch.record") != null;

  private static final Object LOCK = new Object();
  private static final Map<Object, Point> POINTS = new IdentityHashMap<>();
  private static final Map<LockClock, String> LOCKS = new IdentityHashMap<>();
  private static final Map<ThreadInfo, String> THREADS = new IdentityHashMap<>();
  private static final Set<String> TAKEN = new HashSet<>();
  private static final String OURS = "racewatch ";
  private static boolean open;

  private TraceLog() {}

  /** What a clock left behind so far. */
  private static final class Point {
    final String name;
    int count;

    /** Who left all of it, 0 if several did. */
    int by;

    final Map<Integer, Integer> joined = new HashMap<>();

    Point(String name) {
      this.name = name;
    }
  }

  /** The program begins. */
  static void open() {
    synchronized (LOCK) {
      open = TraceFile.open(System.getProperty("io.racewatch.record"));
    }
  }

  /** The program is over. */
  static void close() {
    synchronized (LOCK) {
      open = false;
      TraceFile.close();
    }
  }

  /** An access that may be the first of its kind in this epoch. */
  static void access(ThreadState t, boolean writes, Object subject, int index, int site) {
    if (t.inside != 0) {
      return;
    }
    t.inside++;
    try {
      String member = Members.name(site, subject, index);
      String name =
          index >= 0
              ? Labels.of(subject) + "[" + index + "]"
              : subject == null || subject instanceof Class<?>
                  ? member
                  : member + "@" + Labels.of(subject);
      line(t, writes ? "w" : "r", name, site);
    } finally {
      t.inside--;
    }
  }

  /** Accesses to all elements of a block. */
  static void block(ThreadState t, boolean writes, Object array, int first, int site) {
    int end = Math.min(first + ArrayShadow.BLOCK, java.lang.reflect.Array.getLength(array));
    for (int i = first; i < end; i++) {
      access(t, writes, array, i, site);
    }
  }

  /** The thread has an exclusive lock, or is about to give it back. */
  static void lock(ThreadState t, boolean takes, LockClock lock, int site) {
    synchronized (LOCK) {
      String name = LOCKS.get(lock);
      if (name == null) {
        name = lock.title(site);
        LOCKS.put(lock, name);
      }
      line(t, takes ? "acq" : "rel", name, site);
    }
  }

  static void fork(ThreadState parent, ThreadInfo child, int site) {
    synchronized (LOCK) {
      if (!child.name().startsWith(OURS)) {
        line(parent, "fork", thread(child), site);
      }
    }
  }

  static void join(ThreadState joiner, ThreadInfo ended, int site) {
    synchronized (LOCK) {
      line(joiner, "join", thread(ended), site);
    }
  }

  /** The thread is about to leave its past at a clock. */
  static void publish(ThreadState t, SyncClock clock) {
    synchronized (LOCK) {
      if (!open) {
        return;
      }
      Point p = POINTS.get(clock);
      if (p == null) {
        p = new Point("edge-" + (POINTS.size() + 1));
        POINTS.put(clock, p);
      }
      p.by = p.count == 0 || p.by == t.info.uid ? t.info.uid : 0;
      String before = p.name + "." + p.count;
      String now = p.name + "." + ++p.count;
      line(t, "fork", now, 0);
      if (p.count > 1) {
        TraceFile.line(now, "join", before, 0);
      }
      TraceFile.line(now, "r", now + ".dummy", 0);
    }
  }

  /** The thread has taken over what is at a clock. */
  static void consume(ThreadState t, SyncClock clock, int site) {
    synchronized (LOCK) {
      Point p = POINTS.get(clock);
      if (open
          && p != null
          && p.by != t.info.uid
          && !Integer.valueOf(p.count).equals(p.joined.put(t.info.uid, p.count))) {
        line(t, "join", p.name + "." + p.count, site);
      }
    }
  }

  private static void line(ThreadState t, String op, String operand, int site) {
    synchronized (LOCK) {
      if (open) {
        TraceFile.line(thread(t.info), op, operand, site);
      }
    }
  }

  /** A name without spaces that no other thread of the run has. */
  private static String thread(ThreadInfo info) {
    String known = THREADS.get(info);
    if (known == null) {
      String name = TraceFile.clean(info.name());
      known = TAKEN.add(name) ? name : name + "#" + info.uid;
      TAKEN.add(known);
      THREADS.put(info, known);
    }
    return known;
  }
}
