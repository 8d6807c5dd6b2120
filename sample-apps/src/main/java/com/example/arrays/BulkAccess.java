package com.example.arrays;

import com.example.support.Threads;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.IntStream;

// race: text[]
// race: target[]
// race: numbers[]
// race: compared[]
// race: reflected[]
// race: appended[]
/** Methods of the JDK that access whole arrays or ranges on behalf of their caller. */
public final class BulkAccess {
  private final char[] text = "abcdef".toCharArray();
  private final char[] target = new char[8];
  private final int[] numbers = {1, 2, 3, 4};
  private final int[] compared = {1, 2, 3, 4};
  private final int[] reflected = {1, 2, 3, 4};
  private final char[] appended = "abcdef".toCharArray();

  private BulkAccess() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    BulkAccess shared = new BulkAccess();
    Threads.inOrder(
        () -> {
          shared.text[2] = 'x'; // racy
          "hello".getChars(1, 4, shared.target, 2); // racy
          shared.numbers[3] = 9; // racy
          shared.compared[1] = 9; // racy
          Array.setInt(shared.reflected, 1, 7); // racy
          shared.appended[4] = 'x'; // racy
        },
        () -> {
          System.out.println(new String(shared.text, 1, 3)); // racy
          System.out.println(shared.target[4]); // racy
          System.out.println(IntStream.of(shared.numbers).sum()); // racy
          System.out.println(Arrays.mismatch(shared.compared, 0, 2, new int[2], 0, 2)); // racy
          System.out.println(shared.reflected[1]); // racy
          System.out.println(new StringBuilder().append(shared.appended, 3, 2)); // racy
        });
  }
}
