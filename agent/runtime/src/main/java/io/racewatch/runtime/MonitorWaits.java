package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Waits for monitors of synchronized methods: the JVM takes those before any code of the method
 * runs, so no hook sees the thread wait. Of a platform thread the JVM is asked, but only when it
 * was found blocked, for no known reason, in two looks that followed one another. Of a virtual
 * thread the JVM does not tell; its stack names the method, and so the class of the monitor: it is
 * one of those of that class that others hold.
 */
final class MonitorWaits {
  private final JvmWaits jvm;
  private List<ThreadState> before = List.of();
  private List<ThreadState> now = new ArrayList<>();
  private long[] ids = {};
  private long[] owners = {};

  MonitorWaits(JvmWaits jvm) {
    this.jvm = jvm;
  }

  /** A look begins. */
  void begin(List<ThreadState> blocked) {
    before = now;
    now = blocked;
    List<ThreadState> asked = new ArrayList<>();
    for (ThreadState t : blocked) {
      if (!t.info.virtual && before.contains(t)) {
        asked.add(t);
      }
    }
    ids = new long[asked.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = asked.get(i).info.id;
    }
    owners = ids.length == 0 ? ids : jvm.owners(ids);
  }

  /**
   * The locks for one of which a thread waits at the entry of a method; empty if that is not known.
   * A platform thread has one.
   */
  List<LockClock> wanted(ThreadState t, ThreadState[] all) {
    return t.info.virtual ? ofMethod(t, all) : asked(t, all);
  }

  private List<LockClock> asked(ThreadState t, ThreadState[] all) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == t.info.id && owners[2 * i] != 0) {
        for (ThreadState owner : all) {
          if (owner.info.id == owners[2 * i]) {
            return held(owner, (int) owners[2 * i + 1]);
          }
        }
      }
    }
    return List.of();
  }

  private static List<LockClock> held(ThreadState owner, int hash) {
    for (Held h = owner.heldNow(); h != null; h = h.outer) {
      Object lock = h.lock.object();
      if (lock != null && h.lock.monitor && System.identityHashCode(lock) == hash) {
        return List.of(h.lock);
      }
    }
    for (Object bare : bare(owner)) {
      if (System.identityHashCode(bare) == hash) {
        return List.of(Locks.of(bare));
      }
    }
    return List.of();
  }

  private static List<LockClock> ofMethod(ThreadState t, ThreadState[] all) {
    Thread thread = t.info.thread();
    StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    List<LockClock> found = new ArrayList<>();
    if (stack.length == 0) {
      return found;
    }
    for (ThreadState owner : all) {
      for (Held h = owner == t ? null : owner.heldNow(); h != null; h = h.outer) {
        if (h.lock.monitor && isOf(h.lock.object(), stack[0].getClassName())) {
          found.add(h.lock);
        }
      }
    }
    for (ThreadState owner : all) {
      for (Object bare : owner == t ? List.of() : bare(owner)) {
        if (isOf(bare, stack[0].getClassName())) {
          found.add(Locks.of(bare));
        }
      }
    }
    return found;
  }

  /** What a thread holds where only locks matter, beside what {@link ThreadState#held} says. */
  private static List<Object> bare(ThreadState t) {
    List<Object> all = new ArrayList<>();
    Object one = t.bare == null ? null : t.bare.held();
    Object two = t.bare == null ? null : t.bare.inner;
    if (one != null) {
      all.add(one);
    }
    if (two != null) {
      all.add(two);
    }
    return all;
  }

  /** The thread that holds a lock as its only one, where only locks matter; or null. */
  ThreadState bareOwner(LockClock lock, ThreadState[] all) {
    for (ThreadState t : all) {
      if (t.bare != null && t.bare.holds(lock)) {
        return t;
      }
    }
    return null;
  }

  private static boolean isOf(Object monitor, String className) {
    if (monitor instanceof Class<?> c) {
      return c.getName().equals(className);
    }
    for (Class<?> c = monitor == null ? null : monitor.getClass(); c != null; ) {
      if (c.getName().equals(className)) {
        return true;
      }
      c = c.getSuperclass();
    }
    return false;
  }
}
