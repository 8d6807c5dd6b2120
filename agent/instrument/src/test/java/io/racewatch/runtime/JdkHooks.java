package io.racewatch.runtime;

/** Stands in for the real hooks and writes down each call. */
public final class JdkHooks {
  private JdkHooks() {}

  public static void publish(Object subject) {
    Recorder.add("publish", subject);
  }

  public static void consume(Object subject) {
    Recorder.add("consume", subject);
  }

  public static void consumeIf(boolean happened, Object subject) {
    Recorder.add("consumeIf", happened, subject);
  }

  public static void publishUnless(boolean already, Object subject) {
    Recorder.add("publishUnless", already, subject);
  }

  public static void fork(Thread thread) {
    Recorder.add("fork", thread);
  }

  public static void submit(Object task) {
    Recorder.add("submit", task);
  }

  public static void taskBegin(Object task) {
    Recorder.add("taskBegin", task);
  }

  public static void taskEnd(Object task) {
    Recorder.add("taskEnd", task);
  }
}
