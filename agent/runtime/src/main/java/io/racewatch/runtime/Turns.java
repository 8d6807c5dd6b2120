package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Moment;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;

/**
 * Who arrived at a latch, barrier or queue, and who passed it: which arrivals a wait cannot end
 * without, whatever the schedule. That is counted when the run is over. The k-th element that one
 * thread takes comes after k puts; of these all other threads made at most as many as they made in
 * the whole run, so the rest was this one's. A latch wants its count, likewise. At a barrier with
 * as many threads as it wants, the k-th turn of each is the same turn.
 *
 * <p>A thread that runs tasks of a pool stands for its task. Guarded by this object, which no
 * program can lock.
 */
final class Turns {
  /** Threads and tasks at one object; with more nothing is said. */
  private static final int ACTORS = 16;

  /** Turns of each that are kept, the first. */
  private static final int EACH = 32;

  /** Arrivals after which nothing is said of a queue. */
  private static final int MANY = 4096;

  /** Objects that are counted; of later ones nothing is said. */
  private static final int OBJECTS = 4096;

  private static final long PHASER = Internals.offset(Phaser.class, "state");
  private static final long GENERATION = Internals.offset(CyclicBarrier.class, "generation");
  private static final long BROKEN = broken();
  private static final Object LOCK = new Object();
  private static final String KIND = EdgeKind.name(EdgeKind.AWAITED);
  private static Turns[] all = new Turns[64];
  private static int objects;

  private final Actor[] actors = new Actor[ACTORS];
  private final boolean meets;
  private final String name;
  private int known;
  private int wants = -1;
  private int arrivals;

  /** Nothing is to be said. */
  private boolean loose;

  private Turns(Object what) {
    meets = what instanceof CyclicBarrier || what instanceof Phaser;
    name = what.getClass().getName();
  }

  /** A thread or task. */
  private static final class Actor {
    final Object who;
    int arrivals;
    int passes;

    /** At a barrier: it arrived and has said nothing of waiting. */
    boolean announced;

    private long[] arrived = new long[2];
    private Moment[] passed = new Moment[2];

    Actor(Object who) {
      this.who = who;
    }

    void arrive(long epoch) {
      if (arrivals < EACH) {
        arrived = arrivals == arrived.length ? Arrays.copyOf(arrived, 2 * arrivals) : arrived;
        arrived[arrivals] = epoch;
      }
      arrivals++;
    }

    void pass(Moment at) {
      if (passes < EACH) {
        passed = passes == passed.length ? Arrays.copyOf(passed, 2 * passes) : passed;
        passed[passes] = at;
      }
      passes++;
    }

    /** Whether it is, or may be, its arrival that was released in this epoch. */
    boolean released(long epoch) {
      int kept = Math.min(EACH, arrivals);
      for (int k = 0; k < kept; k++) {
        if (arrived[k] + 1 == epoch) {
          return true;
        }
      }
      long last = kept == 0 ? 0 : arrived[kept - 1];
      return arrivals > EACH && last >>> 32 == epoch >>> 32 && epoch > last;
    }
  }

  /** The count of an object; null if there are too many. */
  static Turns of(Object what) {
    Turns turns = new Turns(what);
    synchronized (LOCK) {
      if (objects == OBJECTS) {
        return null;
      }
      all = objects == all.length ? Arrays.copyOf(all, 2 * objects) : all;
      all[objects++] = turns;
      return turns;
    }
  }

  private Actor actor(ThreadState t) {
    Object who = t.task == null ? t.info : t.task.who();
    for (int i = 0; i < known; i++) {
      if (actors[i].who == who) {
        return actors[i];
      }
    }
    if (known == ACTORS) {
      loose = true;
      return null;
    }
    return actors[known++] = new Actor(who);
  }

  private static long broken() {
    try {
      String name = "java.util.concurrent.CyclicBarrier$Generation";
      return Internals.offset(Class.forName(name, false, null), "broken");
    } catch (ClassNotFoundException renamed) {
      throw new IllegalStateException(renamed);
    }
  }

  /** How many arrivals the object wants; -1 if that cannot be told without its own code. */
  private static int wants(Object what) {
    if (what.getClass() == CountDownLatch.class) {
      return (int) Math.min(Integer.MAX_VALUE, ((CountDownLatch) what).getCount());
    }
    if (what.getClass() == CyclicBarrier.class) {
      return ((CyclicBarrier) what).getParties();
    }
    return what.getClass() == Phaser.class
        ? (int) Internals.U.getLongVolatile(what, PHASER) >>> 16 & 0xffff
        : -1;
  }

  /**
   * The thread puts an element, counts down, or says that it is at a barrier.
   *
   * @return whether its epoch must end here, for it is kept
   */
  synchronized boolean arrive(Object what, ThreadState t) {
    Actor a = loose ? null : actor(t);
    if (a == null) {
      return false;
    }
    if (meets) {
      loose |= a.announced || a.arrivals != a.passes || wants >= 0 && wants(what) != wants;
      a.announced = true;
    }
    if (known == 1 && a.arrivals == 0) {
      wants = wants(what);
    }
    loose |= ++arrivals > MANY;
    t.settle();
    a.arrive(t.epoch);
    return a.arrivals <= EACH;
  }

  /** The thread, which may have arrived, begins to wait. */
  synchronized void await(ThreadState t) {
    Actor a = loose || !meets ? null : actor(t);
    if (a != null) {
      loose |= !a.announced;
      a.announced = false;
    }
  }

  /** The thread got what it waited for. */
  synchronized void pass(ThreadState t) {
    Actor a = loose ? null : actor(t);
    if (a != null) {
      t.settle();
      t.acquires++; // so that what it did before the wait has a smaller number
      a.pass(new Moment(t.slot, t.clock, t.acquires));
    }
  }

  /** The thread goes on from a barrier. */
  synchronized void met(Object what, ThreadState t) {
    if (isOff(what)) {
      loose = true;
    } else {
      pass(t);
    }
  }

  /** Whether threads go on without the others: it was broken, or terminated. */
  private static boolean isOff(Object what) {
    if (what instanceof Phaser) {
      return Internals.U.getLongVolatile(what, PHASER) < 0;
    }
    Object turn = Internals.U.getReferenceVolatile(what, GENERATION);
    return turn == null || Internals.U.getBooleanVolatile(turn, BROKEN);
  }

  /** It is used in a way that cannot be counted. */
  synchronized void loose() {
    loose = true;
  }

  /** An element was taken; it must be one of those that were counted. */
  synchronized void took(long released, ThreadState t) {
    for (int i = 0; i < known; i++) {
      if (actors[i].released(released)) {
        pass(t);
        return;
      }
    }
    loose = true;
  }

  /** At the end of the run: writes which arrivals came before which waits' ends. */
  static void tell() {
    Turns[] every;
    synchronized (LOCK) {
      every = Arrays.copyOf(all, objects);
      objects = 0;
    }
    for (Turns turns : every) {
      turns.write();
    }
  }

  private synchronized void write() {
    if (loose || meets && known != wants) {
      return;
    }
    for (int c = 0; c < known; c++) {
      for (int p = 0; p < known; p++) {
        if (p != c) {
          write(actors[p], actors[c]);
        }
      }
    }
  }

  private void write(Actor by, Actor waits) {
    int last = 0;
    for (int k = 1; k <= Math.min(EACH, waits.passes); k++) {
      int needed = Math.min(EACH, needed(by, k));
      if (needed > last && needed <= by.arrivals) {
        long epoch = by.arrived[needed - 1];
        Recorder.append(
            new Entry.Edge(
                (int) (epoch >>> 32), (int) epoch, waits.passed[k - 1], KIND, name, null));
        last = needed;
      }
    }
  }

  /** How many arrivals of one it takes until another's k-th wait can end; not above 0: none. */
  private int needed(Actor by, int k) {
    if (meets) {
      return k;
    }
    int others = arrivals - by.arrivals;
    return (wants >= 0 ? wants : k) - others;
  }
}
