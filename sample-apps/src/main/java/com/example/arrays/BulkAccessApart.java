package com.example.arrays;

import com.example.support.Threads;
import java.lang.reflect.Array;
import java.util.Arrays;

// clean
/** Ranges that do not meet, and calls that the JVM refused, are no races. */
public final class BulkAccessApart {
  private final char[] text = "abcdef".toCharArray();
  private final char[] target = new char[8];
  private final int[] compared = {1, 2, 3, 4};
  private final int[] reflected = {1, 2, 3, 4};

  private BulkAccessApart() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    BulkAccessApart shared = new BulkAccessApart();
    Threads.inOrder(
        () -> {
          shared.text[0] = 'x';
          "hello".getChars(1, 4, shared.target, 2);
          shared.compared[2] = 9;
          Array.setInt(shared.reflected, 1, 7);
        },
        () -> {
          System.out.println(new String(shared.text, 1, 3));
          System.out.println((int) shared.target[5]);
          System.out.println(Arrays.mismatch(shared.compared, 0, 2, new int[2], 0, 2));
          System.out.println(shared.reflected[2]);
          refused(() -> "hello".getChars(0, 5, shared.target, 4));
          refused(() -> Array.setLong(shared.reflected, 1, 7));
          refused(() -> System.out.println(new String(shared.text, 0, 9)));
          refused(() -> Arrays.fill(shared.compared, 2, 9, 1));
        });
  }

  private static void refused(Runnable access) {
    try {
      access.run();
    } catch (IllegalArgumentException | IndexOutOfBoundsException expected) {
      System.out.println("refused");
    }
  }
}
