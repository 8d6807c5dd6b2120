package io.racewatch.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** What tests of the detector begin with. */
final class Given {
  private static final int METHOD = Sites.method("t.T", "m", "()V", "T.java");

  private static final Thread[] THREADS = new Thread[20_000];
  private static int made;

  private Given() {}

  /** Work of one of several threads. */
  interface Work {
    void run(int number) throws Exception;
  }

  /**
   * The state of a thread that does not run: the test acts for it. The thread is kept for long,
   * since one that is gone counts as ended. Where clocks run out early it has one that is new, so
   * that it stays in its slot for some epochs.
   */
  static synchronized ThreadState thread() {
    ThreadState state = adopted();
    for (int i = 0; i < 1000 && Threads.SLOTS.lastClock() < 100 && state.clock > 1; i++) {
      state = adopted();
    }
    return state;
  }

  /** Like {@link #thread}, in whichever slot, also one that was used before. */
  static synchronized ThreadState adopted() {
    Thread thread = new Thread();
    THREADS[made++ % THREADS.length] = thread;
    return Threads.adopt(thread);
  }

  static void noRaces() {
    Races.table = new RaceTable();
  }

  static boolean raced(int earlier, int later) {
    return Races.table.count(earlier, later) > 0;
  }

  static int field(String owner, String name) {
    return Sites.add(METHOD, 1, Sites.FIELD, owner, name, 0);
  }

  static int field() {
    return field("t.T", "x");
  }

  static int staticField(int method, String owner, String name) {
    return Sites.add(method, 1, Sites.STATIC, owner, name, 0);
  }

  static int element() {
    return Sites.add(METHOD, 1, Sites.ELEMENT, "t.T", "elements", 0);
  }

  static int lock(String name) {
    return Sites.add(METHOD, 1, Sites.LOCK, "t.T", name, 0);
  }

  static int call(String owner, String name) {
    return Sites.add(METHOD, 1, Sites.CALL, owner, name, 0);
  }

  /** Runs the work in as many threads at once, and throws what one of them threw. */
  static void inParallel(int threads, Work work) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch start = new CountDownLatch(1);
    Thread[] all = new Thread[threads];
    for (int n = 0; n < threads; n++) {
      int number = n;
      all[n] =
          new Thread(
              () -> {
                try {
                  start.await();
                  work.run(number);
                } catch (Throwable t) {
                  failure.compareAndSet(null, t);
                }
              });
      all[n].start();
    }
    start.countDown();
    for (Thread t : all) {
      t.join();
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }
}
