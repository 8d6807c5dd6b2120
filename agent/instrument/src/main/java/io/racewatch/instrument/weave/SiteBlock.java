package io.racewatch.instrument.weave;

import java.util.Arrays;

/**
 * The sites of one class, in the order in which weaving asks for them. The same class file asks for
 * the same ones, so those of a class that is gone can be used once more. Used by one thread.
 */
public final class SiteBlock {
  private static final int[] NONE = {};

  private final int[] known;
  private int[] used = NONE;
  private int count;

  /**
   * A block.
   *
   * @param known sites that nobody uses any more, or that belong to the class that is woven again
   */
  public SiteBlock(int[] known) {
    this.known = known;
  }

  /** One that begins with nothing. */
  public static SiteBlock fresh() {
    return new SiteBlock(NONE);
  }

  /** The site that may be the next; 0 if there is none. */
  int next() {
    return count < known.length ? known[count] : 0;
  }

  /** This site was the next. */
  void add(int site) {
    if (count == used.length) {
      used = Arrays.copyOf(used, Math.max(8, count * 2));
    }
    used[count++] = site;
  }

  /** All that were asked for. */
  public int[] all() {
    return Arrays.equals(used, 0, count, known, 0, known.length)
        ? known
        : Arrays.copyOf(used, count);
  }
}
