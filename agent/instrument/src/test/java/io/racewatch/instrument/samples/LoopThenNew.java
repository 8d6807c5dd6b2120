package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** A loop that is left to an object whose arguments have a branch: frames name it by its place. */
public class LoopThenNew implements Callable<String> {
  @Override
  public String call() {
    return raised(new char[] {'a', 'b', 'c'}, 3) + raised(new char[] {'x', 'y'}, 1);
  }

  private static String raised(char[] letters, int count) {
    for (int i = 0; i < letters.length; i++) {
      letters[i]++;
    }
    return new String(letters, 0, count == letters.length ? letters.length : count);
  }
}
