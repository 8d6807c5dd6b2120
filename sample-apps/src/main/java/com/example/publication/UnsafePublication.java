package com.example.publication;

import com.example.support.Threads;

// race: shared, Point.x, Point.y
/** An object with plain fields goes through a plain field. */
public final class UnsafePublication {
  private static Point shared;

  private UnsafePublication() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(UnsafePublication::publish, UnsafePublication::consume);
  }

  private static void publish() {
    shared = new Point(3, 4); // racy
  }

  private static void consume() {
    Point point = shared; // racy
    int x = point.x; // racy
    int y = point.y; // racy
    System.out.println("point " + x + " " + y);
  }

  private static final class Point {
    private int x;
    private int y;

    Point(int x, int y) {
      this.x = x; // racy
      this.y = y; // racy
    }
  }
}
