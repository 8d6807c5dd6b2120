package io.racewatch.runtime;

import java.lang.ref.SoftReference;

/**
 * Decides where a stack is worth its price (some 25 ns a frame). The first accesses of every site
 * have theirs taken, later ones ever more seldom, and all of a site that took part in a race whose
 * stack was missing. Rare races come from code that runs rarely, and frequent ones come again.
 */
final class Traces {
  /** Slow accesses of a site whose stack is always taken. */
  private static final int FIRST = 8;

  private static final int STARTS = 100_000;
  private static final int SUBMITS = 2_000;
  private static final int KEPT = 4096;

  private static int starts;
  private static int submits;

  /** The last trace of some sites, for a race with an access whose own was not taken. */
  private static final Kept[] LAST = new Kept[KEPT];

  private Traces() {}

  private static final class Kept {
    final int site;

    /** Softly: a stack keeps its classes alive, and this table lives as long as the JVM. */
    final SoftReference<Throwable> trace;

    /** What was held; two ways to a site mostly hold different locks, or from different places. */
    final LockPath path;

    Kept(int site, Throwable trace, LockPath path) {
      this.site = site;
      this.path = path;
      this.trace = new SoftReference<>(trace);
    }
  }

  /** The stack for an access at that site that {@link Context#isDue}, or null. */
  static Throwable at(int site, ThreadState t) {
    int n = Sites.hit(site);
    if (n > FIRST && (n & n - 1) != 0) {
      return null;
    }
    Throwable trace = new Throwable();
    LAST[site & KEPT - 1] = new Kept(site, trace, LockPath.of(t));
    return trace;
  }

  /** Whether a constructor was running at the access; known only where its stack was taken. */
  static boolean inConstructor(Access access) {
    Sites.Site site = Sites.site(access.context.site);
    if (site == null || access.context.trace == null) {
      return site != null && site.underConstructor;
    }
    for (StackTraceElement frame : access.context.trace.getStackTrace()) {
      if (frame.getMethodName().equals("<init>")) {
        site.underConstructor = true;
        return true;
      }
    }
    return false;
  }

  /** A stack of another access at the same site under the same locks, or null. */
  static Throwable near(Access access) {
    Kept kept = LAST[access.context.site & KEPT - 1];
    return kept != null
            && kept.site == access.context.site
            && LockPath.same(kept.path, access.context.path)
        ? kept.trace.get()
        : null;
  }

  /** The stack of a thread's start; of virtual threads in masses only some. */
  static Throwable atStart(boolean virtual) {
    if (virtual && ++starts > STARTS && (starts & 63) != 0) {
      return null;
    }
    return new Throwable();
  }

  /** The stack of a submission; in masses only some. */
  static Throwable atSubmit() {
    if (++submits > SUBMITS && (submits & 63) != 0) {
      return null;
    }
    return new Throwable();
  }
}
