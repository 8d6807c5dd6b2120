package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.runtime.log.Stacks;
import java.util.Arrays;

/**
 * Initialisations of classes in the log of acquires. A class is initialised once, so a run never
 * shows both orders. What it shows: the initializer of B ran that of A, which used B. Another
 * thread that uses A, and has not used B, could as well have been the one to run A's initializer,
 * and would then wait for B's. That is written as if it had been so.
 */
final class InitLocks {
  /** Uses that are looked at while only finished initializers matter, until nobody does. */
  private static final int LOOKS = 1_000_000;

  private static final long BUSY = Internals.offset(InitLocks.class, "busy");
  private static final Table TABLE = new Table();

  /**
   * Above 0 while an initializer runs, or a use of a class that was initialised may matter. Read
   * plainly by every use: a thread sees its own writes, which is all that the first needs; for the
   * second some time later will do.
   */
  static int busy;

  private static final long MARKS = Internals.offset(InitLocks.class, "marks");

  /** How many of {@link #busy} are for initializers that have run. */
  private static int marks;

  /** How often a use was looked at; racy. */
  private static int looks;

  private InitLocks() {}

  /** Not by identity hash, which would change those of the program's objects. */
  private static final class Table extends ClassValue<InitLock> {
    @Override
    protected InitLock computeValue(Class<?> type) {
      return new InitLock(type);
    }
  }

  /** An initializer that a thread is running, and the one that caused it. */
  static final class Open {
    final InitLock lock;
    final int site;
    final Open outer;

    /** The locks that the thread held when it began. */
    final Held under;

    Open(InitLock lock, int site, Open outer, Held under) {
      this.lock = lock;
      this.site = site;
      this.outer = outer;
      this.under = under;
    }

    static Open find(Open top, Class<?> type) {
      Open o = top;
      while (o != null && o.lock.type() != type) {
        o = o.outer;
      }
      return o;
    }
  }

  private static void busy(int change) {
    Internals.U.getAndAddInt(InitLocks.class, BUSY, change);
  }

  /** The thread begins to run the initializer of a class. */
  static void begin(Class<?> type, ThreadState t, int site) {
    if (t.bare != null) {
      t.bare.settle(t);
    }
    InitLock lock = TABLE.get(type);
    lock.by = t.info;
    Held all = chain(t);
    Open outer = t.inits;
    if (all != null) {
      request(lock, all, t);
    }
    for (Open o = outer; o != null; o = o.outer) {
      matters(o.lock);
      Class<?> open = o.lock.type();
      if (open != null && !open.isInterface() && open.isAssignableFrom(type)) {
        want(lock, o.lock, t); // superclasses come first
      }
    }
    t.inits = new Open(lock, site, outer, t.held);
    busy(1);
  }

  /** The initializer is over, in whichever way. */
  static void end(ThreadState t) {
    if (t.inits != null) {
      t.inits = t.inits.outer;
      busy(-1);
    }
  }

  /** A class is used, which is initialised, or is being initialised by this thread. */
  static void used(Class<?> type, ThreadState t, int site) {
    if (t.inits != null) {
      Open mine = Open.find(t.inits, type);
      for (Open o = mine == null ? null : t.inits; o != mine; o = o.outer) {
        want(o.lock, mine.lock, t);
      }
      if (mine != null) {
        return;
      }
    } else if (++looks > LOOKS) {
      looks = 0;
      busy(-Internals.U.getAndSetInt(InitLocks.class, MARKS, 0)); // who has not come by now
      return;
    }
    InitLock lock = TABLE.get(type);
    if (lock.matters && lock.by != t.info && !hasUsed(lock, t)) {
      if (t.bare != null) {
        t.bare.settle(t);
      }
      first(lock, t, site);
    }
  }

  private static boolean hasUsed(InitLock lock, ThreadState t) {
    for (int i = 0; i < t.usedCount; i++) {
      if (t.used[i] == lock) {
        return true;
      }
    }
    return false;
  }

  /** The first use by this thread: it might have been the one that initialises. */
  private static void first(InitLock lock, ThreadState t, int site) {
    if (t.usedCount == t.used.length) {
      t.used = Arrays.copyOf(t.used, t.usedCount * 2 + 4);
    }
    t.used[t.usedCount++] = lock;
    Held held = chain(t);
    if (held != null) {
      request(lock, held, t);
    }
    Held with = new Held(lock.clock(), false, site, held);
    for (InitLock.Want want : lock.wants()) {
      boolean past = want.init() != null && (hasUsed(want.init(), t) || want.init().by == t.info);
      if (!past && Held.find(held, want.lock()) == null) {
        request(want, with, t);
      }
    }
  }

  /** The thread, which runs an initializer, asks for a lock. */
  static void lockRequested(LockClock lock, boolean shared, boolean timed, ThreadState t, int at) {
    for (Open o = t.inits; o != null; o = o.outer) {
      matters(o.lock);
      if (Held.find(o.under, lock) != null) {
        o.lock.wants(new InitLock.Want(lock, null, shared, new Throwable()));
      }
    }
    if (Held.find(t.held, lock) == null) {
      t.lockOrder.requestedWithPermits(t, lock, shared, timed, at, chain(t));
    }
  }

  /** The initializer asks for one that its thread runs already. */
  private static void want(InitLock from, InitLock wanted, ThreadState t) {
    from.wants(new InitLock.Want(wanted.clock(), wanted, false, new Throwable()));
    matters(from);
    matters(wanted);
  }

  private static void matters(InitLock lock) {
    if (!lock.matters) {
      lock.matters = true;
      Internals.U.getAndAddInt(InitLocks.class, MARKS, 1);
      busy(1);
    }
  }

  /** Locks held and initializers that run, innermost first, the latter as if they began last. */
  private static Held chain(ThreadState t) {
    Held all = t.held;
    for (Open o = t.inits; o != null; o = o.outer) {
      all = new Held(o.lock.clock(), false, o.site, all);
    }
    return all;
  }

  private static void request(InitLock lock, Held held, ThreadState t) {
    write(lock.clock(), false, held, Stacks.of(new Throwable().getStackTrace()), t);
  }

  /** As if the thread had run the initializer up to where that asks for more. */
  private static void request(InitLock.Want want, Held with, ThreadState t) {
    Entry.Place[] run = Stacks.of(want.trace().getStackTrace());
    Entry.Place[] now = Stacks.of(new Throwable().getStackTrace());
    int frames = 0;
    while (frames < run.length && !isOf(run[frames], with)) {
      frames++;
    }
    frames = Math.min(run.length, frames + 1);
    Entry.Place[] both = Arrays.copyOf(run, frames + now.length);
    System.arraycopy(now, 0, both, frames, now.length);
    write(want.lock(), want.shared(), with, both, t);
  }

  private static boolean isOf(Entry.Place frame, Held init) {
    return frame.method().equals("<clinit>")
        && init.lock.object() instanceof InitLock lock
        && frame.className().equals(lock.className());
  }

  private static void write(
      LockClock lock, boolean shared, Held held, Entry.Place[] stack, ThreadState t) {
    t.settle();
    Threads.tell(t.info);
    Recorder.append(
        new Entry.Acquire(
            LockOrderLog.nextId(),
            lock.number(0),
            shared ? "shared" : "exclusive",
            "blocks",
            Sides.held(held),
            new Entry.Moment(t.slot, t.clock, t.acquires),
            stack));
  }
}
