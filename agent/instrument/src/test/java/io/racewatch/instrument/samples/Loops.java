package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Loops in which nothing synchronises, and the ways out of them; and loops that call. */
public class Loops implements Callable<String> {
  private final int[] numbers = {5, 3, 8, 1, 9, 2};
  private final int[][] grid = {{1, 2}, {3, 4}, {5, 6}};
  private int done;

  @Override
  public String call() {
    StringBuilder results = new StringBuilder();
    done = sum(numbers);
    results.append(done);
    done = firstAbove(numbers, 7);
    results.append(' ').append(done);
    done = stopAt(numbers, 1);
    results.append(' ').append(done);
    done = pastEnd(numbers);
    results.append(' ').append(done);
    try {
      done = thrown(numbers);
    } catch (ArrayIndexOutOfBoundsException expected) {
      done = -1;
      results.append(' ').append(expected.getMessage());
    }
    done = nested(grid);
    results.append(' ').append(done);
    done = falling(numbers);
    results.append(' ').append(done);
    done = cases(numbers);
    results.append(' ').append(done);
    done = called(numbers);
    return results.append(' ').append(done).toString();
  }

  private static int sum(int[] a) {
    int sum = 0;
    for (int each : a) {
      sum += each;
    }
    return sum;
  }

  private static int firstAbove(int[] a, int limit) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] > limit) {
        return a[i];
      }
    }
    return 0;
  }

  private static int stopAt(int[] a, int stop) {
    int i = 0;
    while (true) {
      if (a[i] == stop) {
        break;
      }
      a[i]++;
      i++;
    }
    return i;
  }

  private static int pastEnd(int[] a) {
    int i = 0;
    try {
      for (; ; i++) {
        a[i]--;
      }
    } catch (ArrayIndexOutOfBoundsException expected) {
      return i;
    }
  }

  private static int thrown(int[] a) {
    int sum = 0;
    for (int i = 0; i <= a.length; i++) {
      sum += a[i];
    }
    return sum;
  }

  private static int nested(int[][] grid) {
    int sum = 0;
    for (int[] row : grid) {
      for (int j = 0; j < row.length; j++) {
        sum += row[j] * grid[0][j];
      }
    }
    return sum;
  }

  private static int falling(int[] a) {
    int sum = 0;
    for (int i = a.length - 1; i >= 0; i -= 2) {
      sum = sum * 2 + a[i];
    }
    return sum;
  }

  private static synchronized int cases(int[] a) {
    int sum = 0;
    for (int each : a) {
      switch (each) {
        case 1:
          continue;
        case 8:
          sum += 3;
          break;
        default:
          sum++;
      }
    }
    return sum;
  }

  /** The call may synchronise, so each element is checked at once. */
  private static int called(int[] a) {
    int sum = 0;
    for (int each : a) {
      sum += Math.floorMod(each, 3);
    }
    return sum;
  }
}
