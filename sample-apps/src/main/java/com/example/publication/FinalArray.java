package com.example.publication;

import com.example.support.Threads;

// race: shared
/** What a constructor puts behind a final field is frozen with the field (JLS 17.5). */
public final class FinalArray {
  private static Squares shared;

  private FinalArray() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(FinalArray::publish, FinalArray::consume);
  }

  private static void publish() {
    shared = new Squares(10); // racy
  }

  private static void consume() {
    Squares squares = shared; // racy
    System.out.println("square " + squares.of(7));
  }

  private static final class Squares {
    private final int[] values;

    Squares(int count) {
      values = new int[count];
      for (int i = 0; i < count; i++) {
        values[i] = i * i;
      }
    }

    int of(int root) {
      return values[root];
    }
  }
}
