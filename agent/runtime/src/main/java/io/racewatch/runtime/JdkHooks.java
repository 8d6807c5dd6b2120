package io.racewatch.runtime;

/**
 * Called from bodies of JDK classes that were retransformed. They find the thread's state
 * themselves; each ignores a null subject and a thread that is already inside a hook.
 */
public final class JdkHooks {
  private JdkHooks() {}

  public static void publish(Object subject) {}

  public static void consume(Object subject) {}

  public static void consumeIf(boolean happened, Object subject) {}

  /** Publishes unless the future is already complete. */
  public static void publishUnless(boolean already, Object subject) {}

  public static void fork(Thread thread) {}

  /** A task was handed over: publishes, and keeps the stack of the hand-over. */
  public static void submit(Object task) {}

  /** The task starts on this thread: consumes, and its submission stack becomes current. */
  public static void taskBegin(Object task) {}

  public static void taskEnd(Object task) {}
}
