package io.racewatch.instrument.tape;

/** Stands in for the real hooks and writes down each call. */
public final class SyncHooks {
  private SyncHooks() {}

  public static void excludeBegin(Class<?> type, ThreadState t, int site) {
    HookTape.add("excludeBegin", type, t, site);
  }

  public static void excludeEnd(ThreadState t) {
    HookTape.add("excludeEnd", t);
  }

  public static void classUse(Class<?> type, int site) {
    HookTape.add("classUse", type, site);
  }

  public static void request(Object lock, ThreadState t, int site) {
    HookTape.add("request", lock, t, site);
  }

  public static void acquire(Object lock, ThreadState t, int site) {
    HookTape.add("acquire", lock, t, site);
  }

  public static void acquireIf(boolean won, Object lock, ThreadState t, int site) {
    HookTape.add("acquireIf", won, lock, t, site);
  }

  public static void release(Object lock, ThreadState t, int site) {
    HookTape.add("release", lock, t, site);
  }

  public static void requestShared(Object lock, ThreadState t, int site) {
    HookTape.add("requestShared", lock, t, site);
  }

  public static void acquireShared(Object lock, ThreadState t, int site) {
    HookTape.add("acquireShared", lock, t, site);
  }

  public static void acquireSharedIf(boolean won, Object lock, ThreadState t, int site) {
    HookTape.add("acquireSharedIf", won, lock, t, site);
  }

  public static void releaseShared(Object lock, ThreadState t, int site) {
    HookTape.add("releaseShared", lock, t, site);
  }

  public static void waitBegin(Object monitor, ThreadState t, int site) {
    HookTape.add("waitBegin", monitor, t, site);
  }

  public static void waitEnd(Object monitor, ThreadState t, int site) {
    HookTape.add("waitEnd", monitor, t, site);
  }

  public static void conditionMade(Object condition, Object lock, ThreadState t, int site) {
    HookTape.add("conditionMade", condition, lock, t, site);
  }

  public static void awaitBegin(Object condition, ThreadState t, int site) {
    HookTape.add("awaitBegin", condition, t, site);
  }

  public static void awaitEnd(Object condition, ThreadState t, int site) {
    HookTape.add("awaitEnd", condition, t, site);
  }

  public static void pollBegin(Object what, ThreadState t, int site) {
    HookTape.add("pollBegin", what, t, site);
  }

  public static void pollEnd(Object what, ThreadState t, int site) {
    HookTape.add("pollEnd", what, t, site);
  }

  public static void awaitingBegin(Object what, ThreadState t, int site) {
    HookTape.add("awaitingBegin", what, t, site);
  }

  public static void awaitingEnd(Object what, ThreadState t, int site) {
    HookTape.add("awaitingEnd", what, t, site);
  }

  public static void signal(Object what, ThreadState t, int site) {
    HookTape.add("signal", what, t, site);
  }

  public static void publish(Object subject, ThreadState t, int site) {
    HookTape.add("publish", subject, t, site);
  }

  public static void consume(Object subject, ThreadState t, int site) {
    HookTape.add("consume", subject, t, site);
  }

  public static void consumeIf(boolean happened, Object subject, ThreadState t, int site) {
    HookTape.add("consumeIf", happened, subject, t, site);
  }

  public static void consumeUnless(boolean not, Object subject, ThreadState t, int site) {
    HookTape.add("consumeUnless", not, subject, t, site);
  }

  public static void fork(Object thread, ThreadState t, int site) {
    HookTape.add("fork", thread, t, site);
  }

  public static void joining(Object thread, ThreadState t, int site) {
    HookTape.add("joining", thread, t, site);
  }

  public static void interruptCaught(ThreadState t, int site) {
    HookTape.add("interruptCaught", t, site);
  }

  public static void joined(Object thread, ThreadState t, int site) {
    HookTape.add("joined", thread, t, site);
  }

  public static void interrupt(Object thread, ThreadState t, int site) {
    HookTape.add("interrupt", thread, t, site);
  }

  public static void reachable(Object subject, ThreadState t, int site) {
    HookTape.add("reachable", subject, t, site);
  }

  public static void initialized(Object subject, ThreadState t, int site) {
    HookTape.add("initialized", subject, t, site);
  }

  public static void interruptedIf(boolean was, Object thread, ThreadState t, int site) {
    HookTape.add("interruptedIf", was, thread, t, site);
  }

  public static void atomicBefore(Object atomic, int mode, ThreadState t, int site) {
    HookTape.add("atomicBefore", atomic, mode, t, site);
  }

  public static void atomicAfter(Object atomic, boolean done, int mode, ThreadState t, int site) {
    HookTape.add("atomicAfter", atomic, done, mode, t, site);
  }

  public static void atomicElementBefore(Object a, int i, int mode, ThreadState t, int site) {
    HookTape.add("atomicElementBefore", a, i, mode, t, site);
  }

  public static void atomicElementAfter(
      Object a, int i, boolean done, int mode, ThreadState t, int site) {
    HookTape.add("atomicElementAfter", a, i, done, mode, t, site);
  }

  public static void handleBefore(
      Object handle, Object first, int second, int mode, ThreadState t, int site) {
    HookTape.add("handleBefore", handle, first, second, mode, t, site);
  }

  public static void handleAfter(
      Object handle, Object first, int second, boolean done, int mode, ThreadState t, int site) {
    HookTape.add("handleAfter", handle, first, second, done, mode, t, site);
  }

  public static void updaterBefore(
      Object updater, Object target, int mode, ThreadState t, int site) {
    HookTape.add("updaterBefore", updater, target, mode, t, site);
  }

  public static void updaterAfter(
      Object updater, Object target, boolean done, int mode, ThreadState t, int site) {
    HookTape.add("updaterAfter", updater, target, done, mode, t, site);
  }

  public static void unsafeBefore(Object base, long offset, int mode, ThreadState t, int site) {
    HookTape.add("unsafeBefore", base, offset, mode, t, site);
  }

  public static void unsafeAfter(
      Object base, long offset, boolean done, int mode, ThreadState t, int site) {
    HookTape.add("unsafeAfter", base, offset, done, mode, t, site);
  }

  public static void libraryRead(Object object, ThreadState t, int site) {
    HookTape.add("libraryRead", object, t, site);
  }

  public static void libraryWrite(Object object, ThreadState t, int site) {
    HookTape.add("libraryWrite", object, t, site);
  }

  public static void fieldBefore(Object field, Object target, int mode, ThreadState t, int site) {
    HookTape.add("fieldBefore", field, target, mode, t, site);
  }

  public static void fieldAfter(
      Object field, Object target, boolean done, int mode, ThreadState t, int site) {
    HookTape.add("fieldAfter", field, target, done, mode, t, site);
  }

  public static void fenceAcquire(ThreadState t, int site) {
    HookTape.add("fenceAcquire", t, site);
  }

  public static void fenceRelease(ThreadState t, int site) {
    HookTape.add("fenceRelease", t, site);
  }

  public static void publishAll(Object subjects, ThreadState t, int site) {
    HookTape.add("publishAll", subjects, t, site);
  }
}
