package io.racewatch.runtime;

/** What {@link SyncHooks} does with variables that have their own synchronisation. */
final class VarHooks {
  static final int ATOMIC = 0, ELEMENT = 1, HANDLE = 2, UPDATER = 3, ADDRESS = 4;

  private VarHooks() {}

  static void before(int way, Object a, Object b, long c, int mode, ThreadState t, int site) {
    if ((mode & VarMode.RELEASE) == 0) {
      return;
    }
    try {
      SyncClock clock = clock(way, a, b, c, true, t, site);
      if (clock != null) {
        Variables.before(clock, outcome(mode, site), t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("variable", broken);
    }
  }

  static void after(
      int way, Object a, Object b, long c, boolean done, int mode, ThreadState t, int site) {
    try {
      if ((mode & (VarMode.PLAIN_READ | VarMode.PLAIN_WRITE)) != 0) {
        plain(way, a, b, c, (mode & VarMode.PLAIN_WRITE) != 0, t, site);
      }
      if ((mode & (VarMode.ACQUIRE | VarMode.RELEASE)) != 0) {
        SyncClock clock = clock(way, a, b, c, false, t, site);
        if (clock != null) {
          Variables.after(clock, done, outcome(mode, site), t, site);
        }
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("variable", broken);
    }
  }

  /** What a function of the program does within an operation is released by it, too: at its end. */
  private static int outcome(int mode, int site) {
    return (mode & VarMode.RELEASE) != 0 && Sites.callsFunction(site)
        ? mode | VarMode.IF_DONE
        : mode;
  }

  private static SyncClock clock(
      int way, Object a, Object b, long c, boolean make, ThreadState t, int site) {
    switch (way) {
      case ATOMIC:
        return Posts.of(a, t, site);
      case ELEMENT:
        return SideVars.element(a, (int) c, make);
      case HANDLE:
        return HandleVars.ofHandle(a, b, (int) c, make);
      case UPDATER:
        return HandleVars.ofUpdater(a, b, make);
      default:
        return HandleVars.ofAddress(a, c, make);
    }
  }

  /** A plain access by a handle to an element of an array: it races like any other. */
  private static void plain(
      int way, Object a, Object b, long c, boolean writes, ThreadState t, int site) {
    if (way == HANDLE && b != null && b.getClass().isArray() && c >= 0) {
      SlowPath.element(b, (int) c, writes, t, site);
    }
  }
}
