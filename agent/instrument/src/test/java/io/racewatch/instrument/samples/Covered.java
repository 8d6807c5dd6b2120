package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Accesses that others in the same straight line cover, and some that nearly are. */
public class Covered implements Callable<String> {
  private int added;
  private int twice;
  private int early;
  private int divided;
  private int called;
  private int mine;
  private final int[] cells = new int[4];
  private Covered other;

  @Override
  public String call() {
    other = this;
    int local = 1;
    added += local;
    int sum = twice * twice;
    divided = divided / local;
    called = called + one();
    int i = 1;
    cells[i]++;
    cells[i] = cells[++i];
    sum += mine + other.mine;
    try {
      early = early + 1 / (i - 2);
    } catch (ArithmeticException zero) {
      sum++;
    }
    return sum + " " + added + called + divided + cells[1] + early;
  }

  private static int one() {
    return 1;
  }
}
