package io.racewatch.finish;

import java.util.List;

/**
 * Stands for the command line of the jar: says what it was given and ends with the code that stands
 * in {@code --own}, of all options one that it can be told by.
 */
final class FakeCommandLine {
  private FakeCommandLine() {}

  public static void main(String[] arguments) throws InterruptedException {
    List<String> all = List.of(arguments);
    System.out.println("given " + String.join(" ", all));
    String how = all.get(all.indexOf("--own") + 1);
    if (how.equals("hang")) {
      Thread.currentThread().join();
    }
    System.exit(Integer.parseInt(how));
  }
}
