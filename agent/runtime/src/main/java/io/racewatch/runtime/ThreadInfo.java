package io.racewatch.runtime;

/** Who a thread is; kept as long as any record names it. */
final class ThreadInfo {
  /** Number in this run, from 1; never reused. */
  final int uid;

  final long id;
  final boolean virtual;

  /**
   * It only carries or wakes virtual threads: what runs on it in its own name is the JDK's
   * scheduler, where no order is to be taken and no lock either, for a virtual thread that waits
   * for one needs a carrier, and from JDK 24 on somebody who wakes it.
   */
  final boolean carries;

  /** The JVM's thread that runs finalizers. */
  final boolean finalizes;

  /** uid of the starter, 0 if the JVM started it. */
  final int parent;

  /** Taken at the start; null if the JVM started it or it was not taken. */
  final Throwable started;

  private final java.lang.ref.WeakReference<Thread> thread;
  private String lastName;

  /**
   * Whether the run file knows the thread. Guarded by this object, whose monitor nobody else uses.
   */
  boolean told;

  ThreadInfo(int uid, Thread thread, int parent, Throwable started) {
    this.uid = uid;
    this.id = Threads.id(thread);
    this.virtual = Threads.isVirtual(thread);
    this.parent = parent;
    this.carries = schedules(thread);
    this.finalizes = parent == 0 && thread.getName().equals("Finalizer");
    this.started = started;
    this.thread = new java.lang.ref.WeakReference<>(thread);
    this.lastName = thread.getName();
  }

  /** Carriers, and those who wake virtual threads from timed parking and from monitors. */
  private static boolean schedules(Thread thread) {
    return thread.getClass().getName().equals("jdk.internal.misc.CarrierThread")
        || thread.getName().startsWith("VirtualThread-unparker")
        || thread.getName().startsWith("VirtualThread-unblocker");
  }

  /** The thread's name now, or the last one known. */
  String name() {
    Thread t = thread.get();
    if (t != null && !virtual) {
      lastName = t.getName();
    }
    return Threads.LAST.equals(lastName) ? "the JVM at its end" : lastName;
  }

  /** The thread, or null if it is gone. */
  Thread thread() {
    return thread.get();
  }
}
