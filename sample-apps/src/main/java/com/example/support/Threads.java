package com.example.support;

import java.util.ArrayList;
import java.util.List;

/** Starts the threads of a sample and joins them. */
public final class Threads {
  private Threads() {}

  /** What one thread does. */
  public interface Body {
    /** Runs in the new thread. */
    void run() throws Exception;
  }

  /**
   * Starts a thread for each body, and lets them run one after the other in the order given.
   * Nothing but the passing of time orders them: no body happens before another.
   */
  public static void inOrder(Body... bodies) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Body[] turns = new Body[bodies.length];
    for (int i = 0; i < bodies.length; i++) {
      int turn = i;
      Body body = bodies[i];
      turns[i] =
          () -> {
            order.await(turn);
            try {
              body.run();
            } finally {
              order.step();
            }
          };
    }
    together(turns);
  }

  /** Starts a thread for each body at once, and joins them all. */
  public static void together(Body... bodies) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Body body : bodies) {
      threads.add(start("worker-" + (threads.size() + 1), body));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Starts one thread. */
  public static Thread start(String name, Body body) {
    Thread thread = new Thread(runnable(body), name);
    thread.start();
    return thread;
  }

  /** The body as a task. */
  public static Runnable runnable(Body body) {
    return () -> {
      try {
        body.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
