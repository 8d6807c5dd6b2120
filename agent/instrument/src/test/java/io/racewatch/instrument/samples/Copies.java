package io.racewatch.instrument.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Bulk accesses and clones. */
public class Copies implements Callable<String>, Cloneable {
  private int[] numbers = {3, 1, 2};
  private int mutable = 5;

  @Override
  public String call() throws Exception {
    int[] target = new int[4];
    System.arraycopy(numbers, 0, target, 1, 3);
    Arrays.sort(target, 1, 3);
    Arrays.fill(numbers, 9);
    int[] more = Arrays.copyOf(target, 6);
    int[] part = Arrays.copyOfRange(more, 1, 4);
    boolean same = Arrays.equals(part, numbers.clone());
    String text = Arrays.toString(target) + Arrays.toString(part) + Arrays.hashCode(more) + same;
    Copies copy = (Copies) clone();
    copy.mutable++;
    Object list = new MyList().clone();
    return text + copy.mutable + mutable + list;
  }

  /** Its superclass, of the JDK, makes the copy. */
  static class MyList extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    private int extra;

    @Override
    public Object clone() {
      extra++;
      return super.clone();
    }
  }
}
