package com.example.publication;

import com.example.support.Threads;

// race: shared
// race: Point.x
/** A constructor that lets its object out freezes nothing for who got it early. */
public final class EscapedThis {
  private static EscapedThis shared;
  private final Point point;

  private EscapedThis() {
    point = new Point();
    point.x = 5; // racy
    shared = this; // racy
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(EscapedThis::new, EscapedThis::consume);
  }

  private static void consume() {
    EscapedThis got = shared; // racy
    System.out.println("x " + got.point.getX());
  }

  private static final class Point {
    private int x;

    int getX() {
      return x; // racy
    }
  }
}
