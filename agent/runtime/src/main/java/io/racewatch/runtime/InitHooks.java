package io.racewatch.runtime;

/** What {@link SyncHooks} does with initializers of classes; guards every entry. */
final class InitHooks {
  private InitHooks() {}

  static void begin(Class<?> type, ThreadState t, int site) {
    if (t.inside != 0 || !Settings.deadlocks()) {
      return;
    }
    t.inside++;
    try {
      InitLocks.begin(type, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("class initializer", broken);
    } finally {
      t.inside--;
    }
  }

  static void end(ThreadState t) {
    if (t.inside != 0 || t.inits == null) {
      return;
    }
    try {
      InitLocks.end(t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("end of a class initializer", broken);
    }
  }

  static void used(Class<?> type, int site) {
    ThreadState t = ThreadState.current();
    if (t.inside != 0 || !Settings.deadlocks()) {
      return;
    }
    t.inside++;
    try {
      InitLocks.used(type, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("use of a class", broken);
    } finally {
      t.inside--;
    }
  }
}
