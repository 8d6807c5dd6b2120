package io.racewatch.runtime;

import io.racewatch.format.Entry;

/** What the options ask of the runtime. Set once before the program starts. */
public final class Settings {
  private static volatile boolean deadlocks = true;

  /** Plain: set before the program starts, and constant from then on. */
  static boolean locksOnly;

  private Settings() {}

  /** Whether only locks matter, so that they order nothing and no clock of theirs is kept. */
  public static void locksOnly(boolean on) {
    locksOnly = on;
  }

  /** Whether locks taken under others are recorded, and deadlocks looked for. */
  public static void deadlocks(boolean on) {
    deadlocks = on;
  }

  /** Which share of the variables is watched: above 0, up to 1. */
  public static void sample(double share) {
    long salt =
        System.nanoTime() ^ System.currentTimeMillis() << 20 ^ ProcessHandle.current().pid();
    Sampling.share(share, Long.getLong("racewatch.internal.sampleSalt", salt));
    Recorder.append(
        new Entry.Note(
            "mode=sample: each variable was watched with a chance of "
                + share
                + ", and so was each race of this run found; another run watches others"));
  }

  /** Bytes that shadow state in side tables may take, about. */
  public static void memory(long bytes) {
    Budget.limit(bytes);
  }

  static boolean deadlocks() {
    return deadlocks;
  }

  /** Which races get a line while the program runs. */
  public static void lines(LineFilter filter) {
    Findings.filter(filter);
  }
}
