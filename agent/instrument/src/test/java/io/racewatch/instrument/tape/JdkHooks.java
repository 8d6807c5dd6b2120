package io.racewatch.instrument.tape;

/** Stands in for the real hooks and writes down each call. */
public final class JdkHooks {
  private JdkHooks() {}

  public static void publish(Object subject) {
    HookTape.add("publish", subject);
  }

  public static void consume(Object subject) {
    HookTape.add("consume", subject);
  }

  public static void finalizing(Object object) {
    HookTape.add("finalizing", object);
  }

  public static void publishIn(Object subject, Object container) {
    HookTape.add("publishIn", subject, container);
  }

  public static void publishInIf(boolean happened, Object subject, Object container) {
    HookTape.add("publishInIf", happened, subject, container);
  }

  public static void consumeIn(Object subject, Object container) {
    HookTape.add("consumeIn", subject, container);
  }

  public static void consumeInIf(boolean happened, Object subject, Object container) {
    HookTape.add("consumeInIf", happened, subject, container);
  }

  public static void consumeAllIn(Object subjects, Object container) {
    HookTape.add("consumeAllIn", subjects, container);
  }

  public static void consumeIf(boolean happened, Object subject) {
    HookTape.add("consumeIf", happened, subject);
  }

  public static void publishUnless(boolean already, Object subject) {
    HookTape.add("publishUnless", already, subject);
  }

  public static void fork(Thread thread) {
    HookTape.add("fork", thread);
  }

  public static void made(Object lock) {
    HookTape.add("made", lock);
  }

  public static void pooled(Object pool) {
    HookTape.add("pooled", pool);
  }

  public static void submit(Object task) {
    HookTape.add("submit", task);
  }

  public static void taskBegin(Object task) {
    HookTape.add("taskBegin", task);
  }

  public static void taskEnd(Object task) {
    HookTape.add("taskEnd", task);
  }
}
