package com.example.publication;

import com.example.support.Threads;

// race: shared
// race: Holder.numbers[]
// race: Point.x
/** Final fields freeze what was there at the end of the constructor, and nothing later. */
public final class ChangedAfterFreeze {
  private static Holder shared;

  private ChangedAfterFreeze() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(ChangedAfterFreeze::publish, ChangedAfterFreeze::consume);
  }

  private static void publish() {
    Holder holder = new Holder();
    shared = holder; // racy
    holder.numbers[0] = 7; // racy
    holder.point.setX(9);
  }

  private static void consume() {
    Holder holder = shared; // racy
    int number = holder.numbers[0]; // racy
    System.out.println("numbers " + number + " " + holder.point.getX());
  }

  private static final class Holder {
    private final int[] numbers = new int[3];
    private final Point point = new Point();
  }

  private static final class Point {
    private int x;

    int getX() {
      return x; // racy
    }

    void setX(int x) {
      this.x = x; // racy
    }
  }
}
