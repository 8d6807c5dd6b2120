package io.racewatch.runtime;

import jdk.internal.vm.annotation.DontInline;

/**
 * Called around operations that put an object into a container, such as a queue or a map, or get it
 * out: who gets it comes after who put it there, and not after who put the same object into another
 * one. Like {@link SyncHooks} in all else.
 */
public final class ElementHooks {
  private ElementHooks() {}

  /** The subject goes into the container. */
  @DontInline
  public static void publishIn(Object subject, Object container, ThreadState t, int site) {
    if (subject != null && t.inside == 0) {
      try {
        Elements.publish(subject, container, t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("publish", broken);
      }
    }
  }

  /** The subject came out of the container, or was seen in it. */
  @DontInline
  public static void consumeIn(Object subject, Object container, ThreadState t, int site) {
    if (subject != null && t.inside == 0) {
      try {
        Elements.consume(subject, container, t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("consume", broken);
      }
    }
  }

  /** The same if it happened. */
  public static void consumeInIf(
      boolean happened, Object subject, Object container, ThreadState t, int site) {
    if (happened) {
      consumeIn(subject, container, t, site);
    }
  }
}
