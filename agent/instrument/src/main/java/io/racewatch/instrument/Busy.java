package io.racewatch.instrument;

/**
 * The threads that are weaving. Reading a class file can make a loader of the program load classes
 * of its own, and so lead back here. No thread-local and no hash set: both would draw identity
 * hashes or load classes in the middle of things.
 */
final class Busy {
  private Thread[] threads = new Thread[8];

  /** Notes the current thread; false if it is here already. */
  synchronized boolean enter() {
    Thread current = Thread.currentThread();
    int free = -1;
    for (int i = 0; i < threads.length; i++) {
      if (threads[i] == current) {
        return false;
      }
      if (threads[i] == null) {
        free = i;
      }
    }
    if (free < 0) {
      Thread[] more = new Thread[threads.length * 2];
      System.arraycopy(threads, 0, more, 0, threads.length);
      free = threads.length;
      threads = more;
    }
    threads[free] = current;
    return true;
  }

  synchronized void leave() {
    Thread current = Thread.currentThread();
    for (int i = 0; i < threads.length; i++) {
      if (threads[i] == current) {
        threads[i] = null;
      }
    }
  }
}
