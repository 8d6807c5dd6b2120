package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Waits for the initializers of classes. To the JVM such threads run, and no hook sees them; only
 * its thread dump tells. It is asked for one when a thread that runs an initializer was found at
 * the same place in two looks, and then ever more seldom while nothing changes.
 */
final class InitWaits {
  /** At most so many looks between two questions. */
  private static final int LONGEST = 32;

  private final JvmWaits jvm;
  private List<Still> before = List.of();
  private int pause;
  private int left;

  /** A thread that runs an initializer, and where it was. */
  private record Still(ThreadState thread, StackTraceElement[] stack) {
    boolean is(Still other) {
      return thread == other.thread && Arrays.equals(stack, other.stack);
    }
  }

  /** A thread that waits for a class, and the thread that runs that one's initializer. */
  record Wait(ThreadState thread, InitLock lock, ThreadState by) {}

  InitWaits(JvmWaits jvm) {
    this.jvm = jvm;
  }

  /** The waits at this moment, as far as it is worth asking. */
  List<Wait> look(ThreadState[] all) {
    List<Still> now = new ArrayList<>();
    for (ThreadState t : all) {
      Thread thread = t.inits == null ? null : t.info.thread();
      if (thread != null) {
        now.add(new Still(t, thread.getStackTrace()));
      }
    }
    boolean stands = false;
    boolean same = now.size() == before.size();
    for (Still s : now) {
      boolean known = isKnown(s);
      stands |= known;
      same &= known;
    }
    before = now;
    if (!same) {
      pause = 0;
      left = 0;
    }
    return !stands || left-- > 0 ? List.of() : ask(all);
  }

  private boolean isKnown(Still s) {
    for (Still b : before) {
      if (b.is(s)) {
        return true;
      }
    }
    return false;
  }

  private List<Wait> ask(ThreadState[] all) {
    List<ThreadState> running = new ArrayList<>();
    for (ThreadState t : all) {
      Thread thread = t.info.virtual ? null : t.info.thread();
      if (thread != null && thread.getState() == Thread.State.RUNNABLE) {
        running.add(t);
      }
    }
    long[] ids = new long[running.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = running.get(i).info.id;
    }
    String[] classes = jvm.initialisations(ids);
    List<Wait> waits = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      Wait wait = classes[i] == null ? null : wait(running.get(i), classes[i], all);
      if (wait != null) {
        waits.add(wait);
      }
    }
    pause = waits.isEmpty() ? Math.min(LONGEST, pause * 2 + 1) : 0;
    left = pause;
    return waits;
  }

  private static Wait wait(ThreadState t, String className, ThreadState[] all) {
    for (ThreadState by : all) {
      for (InitLocks.Open o = by.inits; by != t && o != null; o = o.outer) {
        if (o.lock.className().equals(className)) {
          return new Wait(t, o.lock, by);
        }
      }
    }
    return null;
  }
}
