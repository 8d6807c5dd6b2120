package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Blocked;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** What a thread waits for, in words that are the same in each run. */
final class WaitText {
  private WaitText() {}

  /** With what is said of a wait that ends after a time: see {@link Entry.Blocked#wantsWhat}. */
  static String ofWait(Object what, int site) {
    String text = of(what, site);
    return Sites.isTimed(site) ? text.concat(Blocked.FOR_A_TIME) : text;
  }

  static String of(Object what, int site) {
    if (what instanceof Thread) {
      return "end of a thread";
    }
    String type = what.getClass().getTypeName();
    String name = named(site, type);
    if (what instanceof Future<?>) {
      return "result of " + name;
    }
    if (what instanceof Queue<?>) {
      return (Sites.takes(site) ? "element in " : "room in ") + name;
    }
    return (what instanceof Semaphore ? "permit of " : "signal of ") + name;
  }

  /** The field that holds the object, where the code shows one; else its class. */
  private static String named(int site, String type) {
    Sites.Site s = Sites.site(site);
    if (s == null || s.kind != Sites.LOCK || s.owner.isEmpty() || s.name.isEmpty()) {
      return type;
    }
    return s.owner + "." + s.name;
  }
}
