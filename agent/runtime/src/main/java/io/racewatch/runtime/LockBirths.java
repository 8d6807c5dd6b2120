package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.util.concurrent.atomic.AtomicInteger;

/** Where locks of the JDK's classes were made, and by whom. Of programs with masses, some. */
final class LockBirths {
  /** Locks of which all are kept; later ones each 64th. */
  private static final int ALL = 2_000;

  private static final Table TABLE = new Table();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private LockBirths() {}

  private static final class Birth extends IdentityEntry {
    /** Plainly written by the thread that made the lock, before others can know it. */
    Throwable trace;

    long epoch;

    Birth(Object key) {
      super(key);
    }
  }

  private static final class Table extends IdentityTable<Birth> {
    @Override
    protected Birth make(Object key) {
      return new Birth(key);
    }
  }

  /** The current thread has made a lock. */
  static void made(Object lock, ThreadState t) {
    int n = COUNT.incrementAndGet();
    if (n <= ALL || (n & 63) == 0) {
      Birth birth = TABLE.get(Aliases.lockOf(lock));
      birth.trace = new Throwable();
      birth.epoch = t.epoch;
    }
  }

  /**
   * Whether no other thread can know the lock: this one made it, and has released nothing since
   * from which another could have learnt of it. To take it then is to wait for nobody.
   */
  static boolean isNew(Object lock, ThreadState t) {
    if (Settings.locksOnly) {
      return false; // locks end no epochs, so nothing is known of what was released
    }
    Birth birth = lock == null ? null : TABLE.find(lock);
    return birth != null && birth.epoch == t.epoch;
  }

  /** The name of a lock by the place where it was made; null if that is not known. */
  static String name(Object lock, String className) {
    Birth birth = lock == null ? null : TABLE.find(lock);
    if (birth == null || birth.trace == null) {
      return null;
    }
    for (StackTraceElement frame : birth.trace.getStackTrace()) {
      if (!isOfJdk(frame.getClassName())) {
        String field = LockFields.at(frame);
        return field != null
            ? field
            : className + " made in " + frame.getClassName() + "." + frame.getMethodName();
      }
    }
    return null;
  }

  private static boolean isOfJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("io.racewatch.runtime.");
  }
}
