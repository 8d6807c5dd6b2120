package io.racewatch.instrument.jdk;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Stands for the runtime's hooks in a forked JVM, where it is renamed to them: happens-before in
 * its plainest form. Each thread knows a set of marks; publishing adds them to those of an object,
 * consuming takes those of an object. One lock, which nothing else takes.
 */
public final class StubHooks {
  private static final Object LOCK = new Object();
  private static final Map<Thread, Set<String>> KNOWN = new IdentityHashMap<>();
  private static final Map<Object, Set<String>> PUBLISHED = new IdentityHashMap<>();
  private static final Map<Thread, Object> TASKS = new IdentityHashMap<>();

  private static Thread counted;
  private static long hits;

  private StubHooks() {}

  /** Counts from now on what the current thread publishes and consumes. */
  public static void startCounting() {
    hits = 0;
    counted = Thread.currentThread();
  }

  /** How often the current thread published or consumed since. */
  public static long stopCounting() {
    counted = null;
    return hits;
  }

  /** Whether the current thread only counts. */
  private static boolean counts() {
    if (Thread.currentThread() != counted) {
      return false;
    }
    hits++;
    return true;
  }

  /** The current thread does something that is known by this mark. */
  public static void mark(String mark) {
    synchronized (LOCK) {
      known().add(mark);
    }
  }

  /** Whether what is known by the mark happened before now. */
  public static boolean sees(String mark) {
    synchronized (LOCK) {
      return known().contains(mark);
    }
  }

  /** The task that the current thread runs, or null. */
  public static Object task() {
    synchronized (LOCK) {
      return TASKS.get(Thread.currentThread());
    }
  }

  public static void publish(Object subject) {
    if (counts() || subject == null) {
      return;
    }
    synchronized (LOCK) {
      Set<String> marks = PUBLISHED.get(subject);
      if (marks == null) {
        marks = new HashSet<>();
        PUBLISHED.put(subject, marks);
      }
      marks.addAll(known());
    }
  }

  public static void consume(Object subject) {
    if (counts()) {
      return;
    }
    synchronized (LOCK) {
      Set<String> marks = subject == null ? null : PUBLISHED.get(subject);
      if (marks != null) {
        known().addAll(marks);
      }
    }
  }

  public static void entered(Object monitor) {
    consume(monitor);
  }

  public static void leaving(Object monitor) {
    publish(monitor);
  }

  public static void consumeIf(boolean happened, Object subject) {
    if (happened) {
      consume(subject);
    }
  }

  public static void publishIn(Object subject, Object container) {
    publish(subject);
  }

  public static void publishInIf(boolean happened, Object subject, Object container) {
    publishIf(happened, subject);
  }

  public static void consumeIn(Object subject, Object container) {
    consume(subject);
  }

  public static void consumeInIf(boolean happened, Object subject, Object container) {
    consumeIf(happened, subject);
  }

  public static void consumeAllIn(Object subjects, Object container) {}

  public static void publishUnless(boolean already, Object subject) {
    if (!already) {
      publish(subject);
    }
  }

  public static void fork(Thread thread) {
    publish(thread);
  }

  public static void pooled(Object pool) {}

  public static void made(Object lock) {}

  public static void submit(Object task) {
    publish(task);
  }

  public static void taskBegin(Object task) {
    consume(task);
    synchronized (LOCK) {
      TASKS.put(Thread.currentThread(), task);
    }
  }

  public static void taskEnd(Object task) {
    synchronized (LOCK) {
      TASKS.remove(Thread.currentThread());
    }
  }

  private static Set<String> known() {
    Thread thread = Thread.currentThread();
    Set<String> marks = KNOWN.get(thread);
    if (marks == null) {
      marks = new HashSet<>();
      // A new thread knows what its parent knew when it was started.
      Set<String> start = PUBLISHED.get(thread);
      if (start != null) {
        marks.addAll(start);
      }
      KNOWN.put(thread, marks);
    }
    return marks;
  }

  public static void round(Object variable) {}

  public static void consumeAll(Object subjects) {}

  public static void fieldsRead(Object object) {}

  public static void fieldsWritten(Object object) {}

  public static void initialized(Object message) {}

  public static void finalizing(Object object) {}

  public static void publishIf(boolean happened, Object subject) {
    if (happened) {
      publish(subject);
    }
  }

  public static void arrayRead(Object array) {}

  public static void firstOf(Object future) {}
}
