package com.example.arrays;

import com.example.support.Threads;

// clean
/** Copies to and from ranges that do not touch. */
public final class ArraycopyDisjoint {
  private static final char[] data = "0123456789abcdef".toCharArray();

  private ArraycopyDisjoint() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(
        () -> System.arraycopy(data, 0, data, 2, 4),
        () -> System.arraycopy(data, 8, data, 10, 4),
        () -> data[6] = 'x');
    System.out.println(data);
  }
}
