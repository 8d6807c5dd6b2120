package io.racewatch.instrument.tape;

/** The double of the runtime's class of that name: notes each access, and each end of some. */
@SuppressWarnings("javadoc")
public final class Range {
  private boolean open;
  private int site;

  public static Range make() {
    return new Range();
  }

  public static void read(Object array, int index, Range r, ThreadState t, int site) {
    r.open = true;
    r.site = site;
    HookTape.add("collectRead", array, index, t, site);
  }

  public static void write(Object array, int index, Range r, ThreadState t, int site) {
    r.open = true;
    r.site = site;
    HookTape.add("collectWrite", array, index, t, site);
  }

  public static void end(Range r, ThreadState t) {
    if (r.open) {
      r.open = false;
      HookTape.add("rangeEnd", t, r.site);
    }
  }
}
