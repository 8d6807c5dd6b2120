package io.racewatch.instrument.samples;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Loads and stores of array elements of every type. */
public class ArrayAccesses implements Callable<String> {
  private final int[] fixed = {1, 2, 3};
  private long[] wide = new long[2];
  private String[][] grid = {{"a"}, {"b"}};

  @Override
  public String call() {
    fixed[1] += 5;
    wide[1] = wide[0]++ + 7;
    grid[1][0] += grid[0][0];
    return fixed[1] + " " + wide[1] + wide[0] + " " + grid[1][0] + primitives(new byte[2]) + own();
  }

  private static String primitives(byte[] bytes) {
    boolean[] flags = new boolean[2];
    use(flags);
    flags[1] = bytes[0] == 0;
    bytes[1] = 3;
    double[] ratios = new double[1];
    use(ratios);
    ratios[0] += 1.5;
    char[] chars = {'x'};
    use(chars);
    chars[0]++;
    return Arrays.toString(flags) + bytes[1] + ratios[0] + chars[0];
  }

  private static void use(Object array) {
    assert array != null;
  }

  /** These arrays never leave the method. */
  private static int own() {
    int[] squares = new int[5];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = i * i;
    }
    int sum = 0;
    for (int square : squares) {
      sum += square;
    }
    return sum;
  }
}
