package com.example.handles;

import com.example.support.Threads;

// race: Point.data
/** A clone reads all fields of the original. */
public final class ClonedObject {
  private ClonedObject() {}

  private static final class Point implements Cloneable {
    private int data;

    @Override
    protected Point clone() throws CloneNotSupportedException {
      return (Point) super.clone(); // racy
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    Point shared = new Point();
    Threads.inOrder(
        () -> {
          shared.data = 42; // racy
        },
        () -> System.out.println("data " + shared.clone().data));
  }
}
