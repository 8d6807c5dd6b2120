package io.racewatch.runtime;

import java.util.concurrent.locks.StampedLock;
import jdk.internal.vm.annotation.DontInline;

/**
 * Called by woven code around synchronisation. Every method takes the subject, the state of the
 * current thread and the site; a null subject is ignored. None throws, blocks or calls code of the
 * program. What a name does not say: {@code xIf} does it only if the outcome was so.
 */
public final class SyncHooks {
  private SyncHooks() {}

  private static boolean off(Object subject, ThreadState t) {
    return subject == null || t.inside != 0;
  }

  /** The thread will wait for a lock if it must; before an acquire that may block. */
  public static void request(Object lock, ThreadState t, int site) {
    if (t.bare == null || !t.bare.isPlainRequest(lock, t)) {
      LockHooks.request(lock, false, t, site);
    }
  }

  /** The thread has the lock. */
  public static void acquire(Object lock, ThreadState t, int site) {
    if (t.bare == null || !t.bare.takes(lock, t, site)) {
      LockHooks.acquire(lock, false, t, site);
    }
  }

  /** The thread may have the lock; it never waited without end. */
  public static void acquireIf(boolean won, Object lock, ThreadState t, int site) {
    if (won) {
      LockHooks.tried(lock, false, t, site);
    } else if (t.wants != null) {
      t.wants(null, site);
    } else if (t.bare != null) {
      t.bare.wants = null;
    }
  }

  /** The thread gives the lock back. */
  public static void release(Object lock, ThreadState t, int site) {
    if (t.bare == null || !t.bare.gives(lock, t)) {
      LockHooks.release(lock, false, t, site);
    }
  }

  /** Like {@link #request}, for a mode that several can hold. */
  public static void requestShared(Object lock, ThreadState t, int site) {
    LockHooks.request(lock, true, t, site);
  }

  /** Like {@link #acquire}, for a mode that several can hold. */
  public static void acquireShared(Object lock, ThreadState t, int site) {
    LockHooks.acquire(lock, true, t, site);
  }

  /** Like {@link #acquireIf}, for a mode that several can hold. */
  public static void acquireSharedIf(boolean won, Object lock, ThreadState t, int site) {
    if (won) {
      LockHooks.tried(lock, true, t, site);
    } else if (t.wants != null) {
      t.wants(null, site);
    } else if (t.bare != null) {
      t.bare.wants = null;
    }
  }

  /** Like {@link #release}, for a mode that several can hold. */
  public static void releaseShared(Object lock, ThreadState t, int site) {
    LockHooks.release(lock, true, t, site);
  }

  /** Before Object.wait. */
  public static void waitBegin(Object monitor, ThreadState t, int site) {
    LockHooks.waitBegin(monitor, t, site);
    WaitHooks.begin(monitor, t, site);
  }

  /** After Object.wait, also when it threw. */
  public static void waitEnd(Object monitor, ThreadState t, int site) {
    WaitHooks.end(monitor, t, site);
    LockHooks.waitEnd(monitor, t, site);
  }

  /** After Lock.newCondition. */
  public static void conditionMade(Object condition, Object lock, ThreadState t, int site) {
    if (!off(condition, t) && lock != null) {
      LockHooks.conditionMade(condition, lock);
    }
  }

  /** Before Condition.await. */
  public static void awaitBegin(Object condition, ThreadState t, int site) {
    LockHooks.awaitBegin(condition, t, site);
  }

  /** After Condition.await, also when it threw. */
  public static void awaitEnd(Object condition, ThreadState t, int site) {
    LockHooks.awaitEnd(condition, t, site);
  }

  /** At the beginning of a class initializer, a lock to who uses the class (JLS 12.4.2). */
  public static void excludeBegin(Class<?> type, ThreadState t, int site) {
    InitHooks.begin(type, t, site);
  }

  /** At its end, also when it throws. */
  public static void excludeEnd(ThreadState t) {
    InitHooks.end(t);
  }

  /** A class was used in a way that waits for its initializer (JLS 12.4.1). */
  public static void classUse(Class<?> type, int site) {
    if (InitLocks.busy != 0) {
      InitHooks.used(type, site);
    }
  }

  /** Before a call that waits for something that another thread must do. */
  public static void awaitingBegin(Object what, ThreadState t, int site) {
    WaitHooks.begin(what, t, site);
  }

  /** After it, also when it threw. */
  public static void awaitingEnd(Object what, ThreadState t, int site) {
    WaitHooks.end(what, t, site);
  }

  /** Before a call that looks whether something is there that others wait for, or changes it. */
  public static void pollBegin(Object what, ThreadState t, int site) {
    WaitHooks.pollBegin(what, t, site);
  }

  /** After it, also when it threw. */
  public static void pollEnd(Object what, ThreadState t, int site) {
    if (what != null && t.inside == 0 && t.polls > 0) {
      t.polls--;
    }
  }

  /** The thread does what others may wait for: counts down, puts, takes, notifies. */
  public static void signal(Object what, ThreadState t, int site) {
    WaitHooks.signal(what, t, site);
  }

  // One-way edges through an object: a task, an element, a latch, a future.

  /** What came before is seen by whoever consumes the subject. */
  @DontInline
  public static void publish(Object subject, ThreadState t, int site) {
    if (!off(subject, t)) {
      try {
        if (subject instanceof StampedLock) {
          OptimisticRead.publish(subject, t, site);
          return;
        }
        Posts.publish(subject, t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("publish", broken);
      }
    }
  }

  /** Publishes each element of an array. */
  public static void publishAll(Object subjects, ThreadState t, int site) {
    if (subjects instanceof Object[] all) {
      for (Object each : all) {
        publish(each, t, site);
      }
    }
  }

  /** The thread sees all that came before the subject was published. */
  @DontInline
  public static void consume(Object subject, ThreadState t, int site) {
    if (!off(subject, t)) {
      try {
        if (subject instanceof StampedLock) {
          OptimisticRead.consume(subject, t, site);
          return;
        }
        Posts.consume(subject, t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("consume", broken);
      }
    }
  }

  /** Consumes if it happened. */
  public static void consumeIf(boolean happened, Object subject, ThreadState t, int site) {
    if (happened) {
      consume(subject, t, site);
    } else if (subject instanceof StampedLock && t.inside == 0) {
      OptimisticRead.discard(t);
    }
  }

  /** Consumes unless it did not happen. */
  public static void consumeUnless(boolean not, Object subject, ThreadState t, int site) {
    if (!not) {
      consume(subject, t, site);
    }
  }

  /** A call returned that initialises the class (JLS 12.4.2). */
  public static void initialized(Object subject, ThreadState t, int site) {
    if (!off(subject, t) && subject instanceof Class<?> c) {
      SlowPath.initialized(c, t, site);
    }
  }

  /** Before Reference.reachabilityFence. */
  public static void reachable(Object subject, ThreadState t, int site) {
    if (!off(subject, t)) {
      SlowPath.lastUse(subject, t, site);
    }
  }

  // Threads.

  /** Before Thread.start, on whichever path; idempotent (JLS 17.4.4). */
  public static void fork(Object thread, ThreadState t, int site) {
    JdkHooks.fork((Thread) thread);
  }

  /** Before a join without a limit. */
  public static void joining(Object thread, ThreadState t, int site) {
    WaitHooks.begin(thread, t, site);
  }

  /** After a join, isAlive() or getState(): takes the edge only if the thread has ended. */
  public static void joined(Object thread, ThreadState t, int site) {
    if (t.awaits != null) {
      WaitHooks.end(thread, t, site);
    }
    if (!off(thread, t) && thread instanceof Thread other) {
      ThreadHooks.joined(other, t, site);
    }
  }

  /** Before Thread.interrupt (JLS 17.4.4). */
  public static void interrupt(Object thread, ThreadState t, int site) {
    if (!off(thread, t)) {
      ThreadHooks.interrupt(thread, t);
    }
  }

  /** After interrupted(), isInterrupted() or a caught InterruptedException. */
  public static void interruptedIf(boolean was, Object thread, ThreadState t, int site) {
    if (was && !off(thread, t)) {
      ThreadHooks.interrupted(thread, t, site);
    }
  }

  /** At the head of a handler of InterruptedException: this thread was interrupted. */
  public static void interruptCaught(ThreadState t, int site) {
    t.awaits(null, site);
    t.wants(null, site);
    interruptedIf(true, Thread.currentThread(), t, site);
  }

  // Variables with their own synchronisation. mode is a set of VarMode bits.

  /** Before an operation of an AtomicX: the variable is the object itself. */
  public static void atomicBefore(Object atomic, int mode, ThreadState t, int site) {
    if (!off(atomic, t)) {
      VarHooks.before(VarHooks.ATOMIC, atomic, null, 0, mode, t, site);
    }
  }

  /** After it. */
  public static void atomicAfter(Object atomic, boolean done, int mode, ThreadState t, int site) {
    if (!off(atomic, t)) {
      VarHooks.after(VarHooks.ATOMIC, atomic, null, 0, done, mode, t, site);
    }
  }

  /** Before an operation on an element of an AtomicXArray. */
  public static void atomicElementBefore(Object a, int i, int mode, ThreadState t, int site) {
    if (!off(a, t)) {
      VarHooks.before(VarHooks.ELEMENT, a, null, i, mode, t, site);
    }
  }

  /** After it. */
  public static void atomicElementAfter(
      Object a, int i, boolean done, int mode, ThreadState t, int site) {
    if (!off(a, t)) {
      VarHooks.after(VarHooks.ELEMENT, a, null, i, done, mode, t, site);
    }
  }

  /** Before an access by a VarHandle: its first argument if a reference, the int after it. */
  public static void handleBefore(
      Object handle, Object first, int second, int mode, ThreadState t, int site) {
    if (!off(handle, t)) {
      VarHooks.before(VarHooks.HANDLE, handle, first, second, mode, t, site);
    }
  }

  /** After it. */
  public static void handleAfter(
      Object handle, Object first, int second, boolean done, int mode, ThreadState t, int site) {
    if (!off(handle, t)) {
      VarHooks.after(VarHooks.HANDLE, handle, first, second, done, mode, t, site);
    }
  }

  /** Before an operation of an AtomicXFieldUpdater. */
  public static void updaterBefore(
      Object updater, Object target, int mode, ThreadState t, int site) {
    if (!off(updater, t) && target != null) {
      VarHooks.before(VarHooks.UPDATER, updater, target, 0, mode, t, site);
    }
  }

  /** After it. */
  public static void updaterAfter(
      Object updater, Object target, boolean done, int mode, ThreadState t, int site) {
    if (!off(updater, t) && target != null) {
      VarHooks.after(VarHooks.UPDATER, updater, target, 0, done, mode, t, site);
    }
  }

  /** Before an operation of sun.misc.Unsafe or jdk.internal.misc.Unsafe. */
  public static void unsafeBefore(Object base, long offset, int mode, ThreadState t, int site) {
    if (!off(base, t)) {
      VarHooks.before(VarHooks.ADDRESS, base, null, offset, mode, t, site);
    }
  }

  /** After it. */
  public static void unsafeAfter(
      Object base, long offset, boolean done, int mode, ThreadState t, int site) {
    if (!off(base, t)) {
      VarHooks.after(VarHooks.ADDRESS, base, null, offset, done, mode, t, site);
    }
  }

  /** Before an access by reflection; mode says whether it reads or writes, not how. */
  public static void fieldBefore(Object field, Object target, int mode, ThreadState t, int site) {
    if (!off(field, t)) {
      VarHooks.before(VarHooks.REFLECTED, field, target, 0, mode, t, site);
    }
  }

  /** After it. */
  public static void fieldAfter(
      Object field, Object target, boolean done, int mode, ThreadState t, int site) {
    if (!off(field, t)) {
      VarHooks.after(VarHooks.REFLECTED, field, target, 0, done, mode, t, site);
    }
  }

  /** An acquire fence was passed. */
  public static void fenceAcquire(ThreadState t, int site) {
    VarHooks.fence(true, t, site);
  }

  /** A release fence is about to be passed. */
  public static void fenceRelease(ThreadState t, int site) {
    VarHooks.fence(false, t, site);
  }

  // Library objects that are not thread-safe; after the call.

  /** A call that reads the object. */
  public static void libraryRead(Object object, ThreadState t, int site) {
    library(object, false, t, site);
  }

  /** A call that changes the object. */
  public static void libraryWrite(Object object, ThreadState t, int site) {
    library(object, true, t, site);
  }

  @DontInline
  private static void library(Object object, boolean writes, ThreadState t, int site) {
    if (!off(object, t)) {
      try {
        LibraryShadow.access(object, writes, t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cut++;
      } catch (Throwable broken) {
        Faults.caught("library object", broken);
      }
    }
  }
}
