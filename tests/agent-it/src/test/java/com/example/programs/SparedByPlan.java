package com.example.programs;

import com.example.support.Threads;
import java.lang.reflect.Field;

/**
 * A field that one lock guards everywhere, and one that races. With an argument, the first is
 * written by reflection without the lock, again and again, so that it races, too.
 */
public final class SparedByPlan {
  /** So many, and so long, that the agent's own thread has its turn. */
  private static final int ROUNDS = 200;

  private static final long WHILE_NANOS = 2_000_000_000L;

  private int guarded;
  private int racy;

  private SparedByPlan() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    SparedByPlan shared = new SparedByPlan();
    Threads.inOrder(shared::add, shared::add);
    if (args.length > 0) {
      Field field = SparedByPlan.class.getDeclaredField(args[0]);
      field.setAccessible(true);
      field.setInt(shared, 1);
      long begun = System.nanoTime();
      for (int i = 0; i < ROUNDS || System.nanoTime() - begun < WHILE_NANOS; i++) {
        Threads.inOrder(shared::add, () -> field.setInt(shared, 2));
      }
    }
  }

  private void add() {
    synchronized (this) {
      guarded++;
    }
    racy++;
  }
}
