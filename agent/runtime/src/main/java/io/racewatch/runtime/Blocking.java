package io.racewatch.runtime;

import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.StampedLock;

/**
 * Whether a thread waits for what it asked for. Its own word is not enough: an acquire that ended
 * with an exception (an interrupt) leaves the wish standing until the next one.
 */
final class Blocking {
  private Blocking() {}

  /**
   * From the watchdog alone.
   *
   * @param lock the lock asked for; null: the thread joins another
   */
  static boolean isReal(ThreadState t, LockClock lock) {
    Thread thread = t.info.thread();
    if (thread == null) {
      return false;
    }
    Thread.State state = thread.getState();
    if (lock == null) {
      return state == Thread.State.WAITING;
    }
    if (lock.monitor) {
      return state == Thread.State.BLOCKED;
    }
    if (state != Thread.State.WAITING) {
      return state == Thread.State.BLOCKED; // a lock that somebody wrote by hand
    }
    Object object = lock.object();
    return !namesItself(object) || LockSupport.getBlocker(thread) == object;
  }

  /** Whether threads that park for this lock say so. */
  private static boolean namesItself(Object lock) {
    return lock instanceof StampedLock
        || lock instanceof AbstractQueuedSynchronizer
        || lock instanceof AbstractQueuedLongSynchronizer;
  }
}
