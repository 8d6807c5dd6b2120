package io.racewatch.runtime;

/**
 * Threads that may still come and end a wait of which nobody knows who could: a latch, a queue, a
 * notification. Only where none is left such a wait is for ever. Threads of the JVM itself and of
 * what runs tests do nothing of the kind.
 */
class Bystanders {
  private static final String[] HARNESS = {"surefire-forkedjvm-", "Attach Listener", "racewatch "};

  /** Whether any thread of the program is not dead. From the watchdog alone. */
  boolean canMove(WaitGraph graph) {
    for (ThreadState t : Roll.states()) {
      Thread thread = t.info.thread();
      boolean lives = thread != null && thread.isAlive();
      if (lives && !t.info.carries && !isHarness(thread) && !graph.isDead(t)) {
        return true;
      }
    }
    for (Thread thread : platform()) {
      if (thread != null && Threads.of(thread) == null && !isHarness(thread)) {
        return true; // nothing is known of it
      }
    }
    return false;
  }

  private static Thread[] platform() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] all = new Thread[root.activeCount() + 16];
    root.enumerate(all);
    return all;
  }

  private static boolean isHarness(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    if (group != null && group.getParent() == null) {
      return true; // the system's own
    }
    if (group != null && group.getName().equals("InnocuousThreadGroup")) {
      return true; // cleaners and the like
    }
    String name = thread.getName();
    for (String known : HARNESS) {
      if (name.startsWith(known)) {
        return true;
      }
    }
    return thread.getClass().getName().equals("jdk.internal.misc.CarrierThread")
        || name.startsWith("VirtualThread-unpark");
  }
}
