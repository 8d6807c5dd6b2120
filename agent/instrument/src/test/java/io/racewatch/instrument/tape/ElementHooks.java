package io.racewatch.instrument.tape;

/** Stands in for the real hooks and writes down each call. */
public final class ElementHooks {
  private ElementHooks() {}

  public static void publishIn(Object subject, Object container, ThreadState t, int site) {
    HookTape.add("publishIn", subject, container, t, site);
  }

  public static void consumeIn(Object subject, Object container, ThreadState t, int site) {
    HookTape.add("consumeIn", subject, container, t, site);
  }

  public static void consumeInIf(
      boolean happened, Object subject, Object container, ThreadState t, int site) {
    HookTape.add("consumeInIf", happened, subject, container, t, site);
  }
}
