package io.racewatch.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The initialisation of one class as a lock: who runs the initializer has it until the end, and who
 * else uses the class waits (JLS 12.4.2). The lists are guarded by this object, which no program
 * can lock, and used with {@code inside} set.
 */
final class InitLock {
  /** Other initialisations or locks of one initializer; later ones are left out. */
  private static final int LIMIT = 16;

  private final WeakReference<Class<?>> type;
  private final String name;
  private final List<Want> wants = new ArrayList<>();

  /** The thread that runs or ran the initializer, null before. */
  volatile ThreadInfo by;

  /** Whether a use by another thread can tell something. Goes from false to true once. */
  volatile boolean matters;

  /** Stands for it in the log of acquires; made when first needed. */
  private LockClock clock;

  InitLock(Class<?> type) {
    this.type = new WeakReference<>(type);
    this.name = type.getName();
  }

  /**
   * What the initializer asks for, though its thread has it: another thread would wait there.
   *
   * @param lock another initialisation, or a lock
   * @param trace where it asked, below that the frames of the thread
   */
  record Want(LockClock lock, InitLock init, boolean shared, Throwable trace) {}

  /** How reports call it. */
  String title() {
    return "initialisation of " + name;
  }

  String className() {
    return name;
  }

  /** Null if the class is gone. */
  Class<?> type() {
    return type.get();
  }

  synchronized LockClock clock() {
    if (clock == null) {
      clock = Locks.of(this);
    }
    return clock;
  }

  /** Adds what is asked for, once each. */
  synchronized void wants(Want want) {
    for (Want known : wants) {
      if (known.lock == want.lock) {
        return;
      }
    }
    if (wants.size() < LIMIT) {
      wants.add(want);
    }
  }

  synchronized Want[] wants() {
    return wants.toArray(new Want[0]);
  }
}
