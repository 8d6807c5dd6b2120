package io.racewatch.runtime;

import jdk.internal.vm.annotation.DontInline;

/** What {@link SyncHooks} does with variables that have their own synchronisation. */
final class VarHooks {
  static final int ATOMIC = 0, ELEMENT = 1, HANDLE = 2, UPDATER = 3, ADDRESS = 4, REFLECTED = 5;

  private VarHooks() {}

  @DontInline
  static void before(int way, Object a, Object b, long c, int mode, ThreadState t, int site) {
    boolean releases = (mode & VarMode.RELEASE) != 0;
    if (!releases && !SyncClock.anyOverwritten() && way != REFLECTED) {
      return;
    }
    try {
      if (isSimple(way, mode)) {
        SyncClock clock = atomic(way, a, c, true, t, site);
        if (releases && clock != null) {
          Variables.before(clock, outcome(mode, site), t, site);
        } else if (clock != null) {
          t.reading(clock);
        }
      } else {
        Target target = find(way, a, b, c, t, site);
        before(target, way == REFLECTED ? real(target, mode) : mode, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("variable", broken);
    }
  }

  private static void before(Target target, int mode, ThreadState t, int site) {
    if ((mode & VarMode.RELEASE) == 0) {
      SyncClock clock = target.clock(0, false);
      if (clock != null) {
        t.reading(clock);
      }
      return;
    }
    // Of the epoch before the release: whoever acquires it knows of the access, too.
    Access me = target.isKept(mode) ? target.atomic(t, site) : null;
    int how = outcome(mode, site);
    for (int i = 0; i < target.width; i++) {
      SyncClock clock = target.clock(i, true);
      if (clock != null) {
        Variables.before(clock, how, t, site);
      }
    }
    if (me == null) {
      return;
    }
    if ((how & VarMode.IF_DONE) == 0) {
      target.keep(me, true, t);
    } else if (t.pending != null) {
      t.pending.access = me;
    }
  }

  @DontInline
  static void after(
      int way, Object a, Object b, long c, boolean done, int mode, ThreadState t, int site) {
    try {
      if (isSimple(way, mode)) {
        SyncClock clock = atomic(way, a, c, false, t, site);
        if (clock != null) {
          Variables.after(clock, done, outcome(mode, site), t, site);
        }
        return;
      }
      Target target = find(way, a, b, c, t, site);
      int how = way == REFLECTED ? real(target, mode) : mode;
      if ((how & VarMode.FAILED) != 0) {
        failed(target, how, t, site);
        return;
      }
      if (target.kind == Target.FIELD && target.base instanceof Class<?> initialized) {
        ClassInits.order(initialized, t, site);
      }
      after(target, done, how, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("variable", broken);
    }
  }

  @DontInline
  private static void after(Target target, boolean done, int mode, ThreadState t, int site) {
    boolean kept = target.isKept(mode);
    Access written = null;
    if ((mode & (VarMode.ACQUIRE | VarMode.RELEASE)) != 0) {
      for (int i = target.width - 1; i >= 0; i--) {
        SyncClock clock = target.clock(i, false);
        if (clock != null) {
          Access access = Variables.after(clock, done, outcome(mode, site), t, site);
          written = access == null ? written : access;
        }
      }
    }
    if ((mode & VarMode.PLAIN) != 0) {
      if (kept) {
        target.plain((mode & VarMode.PLAIN_WRITE) != 0, t, site);
      }
    } else if (kept) {
      boolean writes = VarMode.writes(mode) && (done || (mode & VarMode.IF_DONE) == 0);
      if (writes && written != null) {
        target.keep(written, true, t);
      } else if (!writes || (mode & VarMode.RELEASE) == 0) {
        target.keep(target.atomic(t, site), writes, t);
      }
    }
    if ((mode & (VarMode.PLAIN | VarMode.OPAQUE)) != 0) {
      relaxed(target, done, mode, t);
    }
  }

  /** What an access that orders nothing by itself does to the order through the variable. */
  private static void relaxed(Target target, boolean done, int mode, ThreadState t) {
    boolean stores = (mode & (VarMode.PLAIN_WRITE | VarMode.OPAQUE_WRITE)) != 0 && done;
    boolean updates = (mode & VarMode.OPAQUE_READ) != 0 || (mode & VarMode.ACQUIRE) != 0;
    for (int i = 0; i < target.width; i++) {
      if (stores) {
        boolean fenced = t.fence != null && (mode & VarMode.OPAQUE_WRITE) != 0;
        SyncClock clock = target.clock(i, fenced);
        if (clock != null) {
          Variables.stored(clock, fenced ? t.fence : null, updates);
        }
      }
      if ((mode & VarMode.OPAQUE_READ) != 0) {
        SyncClock clock = target.clock(i, false);
        if (clock != null) {
          Fence.read(clock, t);
        }
      }
    }
  }

  private static void failed(Target target, int mode, ThreadState t, int site) {
    if ((outcome(mode, site) & VarMode.IF_DONE) != 0 && (mode & VarMode.RELEASE) != 0) {
      for (int i = target.width - 1; i >= 0; i--) {
        SyncClock clock = target.clock(i, false);
        if (clock != null) {
          PendingRelease.end(clock, false, t);
        }
      }
    }
  }

  /** An AtomicX, or an element of an array of them, of which no more than the clock matters. */
  private static boolean isSimple(int way, int mode) {
    return way <= ELEMENT
        && (mode & (VarMode.PLAIN | VarMode.OPAQUE | VarMode.FAILED)) == 0
        && !Target.anyPlainAtomic();
  }

  private static SyncClock atomic(
      int way, Object a, long c, boolean make, ThreadState t, int site) {
    return way == ATOMIC ? Posts.of(a, t, site) : SideVars.element(a, (int) c, make);
  }

  /** What a function of the program does within an operation is released by it, too: at its end. */
  private static int outcome(int mode, int site) {
    return (mode & VarMode.RELEASE) != 0 && Sites.callsFunction(site)
        ? mode | VarMode.IF_DONE
        : mode;
  }

  /** The mode of an access by reflection is that of the field. */
  private static int real(Target target, int mode) {
    if (target.field == null || !target.field.place.isVolatile) {
      return mode;
    }
    int rest = mode & ~VarMode.PLAIN;
    return rest | ((mode & VarMode.PLAIN_WRITE) != 0 ? VarMode.RELEASE : VarMode.ACQUIRE);
  }

  private static Target find(int way, Object a, Object b, long c, ThreadState t, int site) {
    Target target = t.target();
    switch (way) {
      case ATOMIC:
        target.atomic(a, -1);
        break;
      case ELEMENT:
        target.atomic(a, c);
        break;
      case HANDLE:
        HandleVars.handle(target, a, b, (int) c);
        break;
      case UPDATER:
        HandleVars.updater(target, a, b);
        break;
      case REFLECTED:
        HandleVars.reflected(target, a, b);
        break;
      default:
        HandleVars.address(target, a, c, site);
    }
    return target;
  }

  /** A fence was passed that acquires, or is about to be passed that releases. */
  static void fence(boolean acquires, ThreadState t, int site) {
    if (t.inside != 0) {
      return;
    }
    try {
      if (acquires) {
        Fence.acquire(t, site);
      } else {
        Fence.release(t);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("fence", broken);
    }
  }
}
