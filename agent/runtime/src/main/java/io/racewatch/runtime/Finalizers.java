package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import java.util.HashMap;
import java.util.Map;

/**
 * What came before {@code reachabilityFence} of an object with a finalizer comes before the
 * finalizer (JLS 12.6.2). Weak references to the object are gone when its finalizer runs, so it is
 * known by its class and its identity hash, which stays. Two objects that share both are one here:
 * an order too many. Guarded by a private monitor, under which no code of the program runs.
 */
final class Finalizers {
  /** Objects kept apart; what more there are, are one. */
  private static final int LIMIT = 10_000;

  private static final Map<Long, SyncClock> FENCED = new HashMap<>();
  private static final SyncClock OTHERS = new SyncClock((byte) EdgeKind.OTHER);
  private static final Finalized FINALIZED = new Finalized();

  private Finalizers() {}

  /** Whether a class has a finalizer; holds no class alive. */
  private static final class Finalized extends ClassValue<Boolean> {
    @Override
    protected Boolean computeValue(Class<?> type) {
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        try {
          c.getDeclaredMethod("finalize");
          return true;
        } catch (NoSuchMethodException | LinkageError none) {
          continue;
        }
      }
      return false;
    }
  }

  private static long key(Object object) {
    long type = object.getClass().getName().hashCode();
    return type << 32 | System.identityHashCode(object) & 0xFFFFFFFFL;
  }

  /** The thread used the object, perhaps for the last time. */
  static void fenced(Object object, ThreadState t) {
    if (!FINALIZED.get(object.getClass())) {
      return;
    }
    SyncClock clock;
    synchronized (FENCED) {
      clock = FENCED.get(key(object));
      if (clock == null) {
        boolean fits = FENCED.size() < LIMIT;
        clock = fits ? new SyncClock((byte) EdgeKind.OTHER) : OTHERS;
        if (fits) {
          FENCED.put(key(object), clock);
        }
      }
    }
    clock.release(t);
  }

  /** The thread is about to run its finalizer. */
  static void run(Object object, ThreadState t) {
    SyncClock clock;
    synchronized (FENCED) {
      clock = FENCED.isEmpty() ? null : FENCED.remove(key(object));
    }
    if (clock != null) {
      clock.acquire(t, 0, object.getClass().getName());
    }
    OTHERS.acquire(t, 0, object.getClass().getName());
  }
}
