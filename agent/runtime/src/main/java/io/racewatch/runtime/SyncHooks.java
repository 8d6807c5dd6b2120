package io.racewatch.runtime;

/**
 * Called by woven code around synchronisation. Every method takes the subject, the state of the
 * current thread and the site; a null subject is ignored.
 */
public final class SyncHooks {
  private SyncHooks() {}

  // Locks. request: before an acquire that may block. acquire: after it. release: before it.

  public static void request(Object lock, ThreadState t, int site) {}

  public static void acquire(Object lock, ThreadState t, int site) {}

  public static void acquireIf(boolean won, Object lock, ThreadState t, int site) {}

  public static void release(Object lock, ThreadState t, int site) {}

  public static void requestShared(Object lock, ThreadState t, int site) {}

  public static void acquireShared(Object lock, ThreadState t, int site) {}

  public static void acquireSharedIf(boolean won, Object lock, ThreadState t, int site) {}

  public static void releaseShared(Object lock, ThreadState t, int site) {}

  /** Around Object.wait; the end also when wait throws. */
  public static void waitBegin(Object monitor, ThreadState t, int site) {}

  public static void waitEnd(Object monitor, ThreadState t, int site) {}

  /** After Lock.newCondition: subject is the lock. */
  public static void conditionMade(Object condition, Object lock, ThreadState t, int site) {}

  public static void awaitBegin(Object condition, ThreadState t, int site) {}

  public static void awaitEnd(Object condition, ThreadState t, int site) {}

  // One-way edges through an object: a task, an element, a latch, a future.

  public static void publish(Object subject, ThreadState t, int site) {}

  public static void consume(Object subject, ThreadState t, int site) {}

  public static void consumeIf(boolean happened, Object subject, ThreadState t, int site) {}

  public static void consumeUnless(boolean not, Object subject, ThreadState t, int site) {}

  // Threads.

  /** Before Thread.start, on whichever path; idempotent. */
  public static void fork(Object thread, ThreadState t, int site) {}

  /** After a join, isAlive() or getState(): takes the edge only if the thread has ended. */
  public static void joined(Object thread, ThreadState t, int site) {}

  public static void interrupt(Object thread, ThreadState t, int site) {}

  /** After interrupted(), isInterrupted() or a caught InterruptedException. */
  public static void interruptedIf(boolean was, Object thread, ThreadState t, int site) {}

  // Variables with their own synchronisation. mode is a set of VarMode bits.

  /** An AtomicX: the variable is the object itself. */
  public static void atomicBefore(Object atomic, int mode, ThreadState t, int site) {}

  public static void atomicAfter(Object atomic, boolean done, int mode, ThreadState t, int site) {}

  /** An element of an AtomicXArray. */
  public static void atomicElementBefore(Object a, int i, int mode, ThreadState t, int site) {}

  public static void atomicElementAfter(
      Object a, int i, boolean done, int mode, ThreadState t, int site) {}

  /** A VarHandle. first: the first argument if a reference, else null; second: the int after it. */
  public static void handleBefore(
      Object handle, Object first, int second, int mode, ThreadState t, int site) {}

  public static void handleAfter(
      Object handle, Object first, int second, boolean done, int mode, ThreadState t, int site) {}

  /** An AtomicXFieldUpdater. */
  public static void updaterBefore(
      Object updater, Object target, int mode, ThreadState t, int site) {}

  public static void updaterAfter(
      Object updater, Object target, boolean done, int mode, ThreadState t, int site) {}

  /** sun.misc.Unsafe and jdk.internal.misc.Unsafe. */
  public static void unsafeBefore(Object base, long offset, int mode, ThreadState t, int site) {}

  public static void unsafeAfter(
      Object base, long offset, boolean done, int mode, ThreadState t, int site) {}

  // Library objects that are not thread-safe; after the call.

  public static void libraryRead(Object object, ThreadState t, int site) {}

  public static void libraryWrite(Object object, ThreadState t, int site) {}
}
