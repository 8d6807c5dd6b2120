package com.example.programs;

import com.example.support.Threads;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A service that takes its locks all the time, in turns; ends when the file named by its argument
 * is there. One of its orders it takes only at its start.
 */
public final class LateLocks {
  private static final Object atStart = new Object();
  private static final Object left = new Object();
  private static final Object right = new Object();

  private LateLocks() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Path end = Path.of(args[0]);
    Threads.inOrder(() -> take(left, atStart));
    System.out.println("running");
    boolean more = true;
    while (more) {
      more = !Files.exists(end);
      Threads.inOrder(LateLocks::leftFirst, LateLocks::rightFirst, () -> take(atStart, left));
    }
  }

  private static void leftFirst() {
    synchronized (left) {
      synchronized (right) {
        Thread.onSpinWait();
      }
    }
  }

  private static void rightFirst() {
    synchronized (right) {
      synchronized (left) {
        Thread.onSpinWait();
      }
    }
  }

  private static void take(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        Thread.onSpinWait();
      }
    }
  }
}
