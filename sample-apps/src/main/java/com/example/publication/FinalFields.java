package com.example.publication;

import com.example.support.Threads;

// race: shared
/** The same with final fields: the reference races, what it leads to does not. */
public final class FinalFields {
  private static Point shared;

  private FinalFields() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(FinalFields::publish, FinalFields::consume);
  }

  private static void publish() {
    shared = new Point(3, 4); // racy
  }

  private static void consume() {
    Point point = shared; // racy
    System.out.println("point " + point.x + " " + point.y);
  }

  private record Point(int x, int y) {}
}
