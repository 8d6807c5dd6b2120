package io.racewatch.runtime;

import jdk.internal.vm.annotation.DontInline;

/** What {@link SyncHooks} does with waits for other threads; guards every entry. */
final class WaitHooks {
  private WaitHooks() {}

  @DontInline
  static void begin(Object what, ThreadState t, int site) {
    if (what == null || t.inside != 0) {
      return;
    }
    try {
      Waits.begin(what, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("wait", broken);
    }
  }

  @DontInline
  static void end(Object what, ThreadState t, int site) {
    if (what == null || t.inside != 0) {
      return;
    }
    try {
      Waits.end(what, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("end of wait", broken);
    }
  }

  @DontInline
  static void signal(Object what, ThreadState t, int site) {
    if (what == null || t.inside != 0) {
      return;
    }
    try {
      Waits.signal(what, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("signal", broken);
    }
  }

  @DontInline
  static void pollBegin(Object what, ThreadState t, int site) {
    if (what == null || t.inside != 0) {
      return;
    }
    try {
      Waits.polls(what, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("poll", broken);
    }
  }

  static void contested(Object future, ThreadState t) {
    if (t.inside != 0) {
      return;
    }
    try {
      Posts.contested(future, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("result", broken);
    }
  }

  static void completes(Object future, ThreadState t) {
    if (t.inside != 0) {
      return;
    }
    try {
      Waits.completes(future, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("result", broken);
    }
  }
}
