package com.example.programs;

import com.example.support.Threads;
import java.util.Arrays;
import java.util.List;

/** Messages and stack traces of the exceptions that the JVM throws. */
final class Messages implements Runnable {
  private static Messages none;
  private static int[][] table = new int[2][];

  private Messages next;
  private int[] cells;
  private int value;

  @Override
  public void run() {
    Messages local = new Messages();
    int index = 5;
    int[] array = new int[2];
    Object text = "text";
    Object[] strings = new String[1];
    List<Threads.Body> bodies =
        List.of(
            () -> local.next.value++,
            () -> local.next.next.value = index,
            () -> System.out.println(none.value),
            () -> none.cells[index] = 1,
            () -> local.cells[index]++,
            () -> System.out.println(table[1][index]),
            () -> table[1][index] += 2,
            () -> array[index] = 1,
            () -> System.out.println(local.self().next.self().cells.length),
            () -> array[-1] = 3,
            () -> System.out.println(new int[index - 9].length),
            () -> System.out.println((Integer) text),
            () -> strings[0] = index,
            () -> System.out.println(index / (array[0] - array[1])),
            () -> locked(local.next),
            () -> local.wait(),
            () -> System.arraycopy(array, 0, array, 1, index),
            () -> throwing(3));
    bodies.forEach(Messages::show);
  }

  private Messages self() {
    return this;
  }

  private static void locked(Object lock) {
    synchronized (lock) {
      System.out.println("never");
    }
  }

  private static void throwing(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("bottom", new NullPointerException("cause"));
    }
    try {
      throwing(depth - 1);
    } finally {
      table[0] = new int[] {depth};
    }
  }

  private static void show(Threads.Body body) {
    try {
      body.run();
      System.out.println("no exception");
    } catch (Exception e) {
      System.out.println(e);
      Arrays.stream(e.getStackTrace()).forEach(frame -> System.out.println("  " + frame));
      System.out.println("  because of " + e.getCause());
    }
  }
}
