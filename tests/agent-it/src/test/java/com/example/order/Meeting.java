package com.example.order;

import com.example.support.OrderRwIgnored;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Two threads of one kind, the cells that they access, and an order that the agent cannot see. */
public final class Meeting {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Cells cells;
  private final boolean virtual;
  private final OrderRwIgnored order = new OrderRwIgnored();
  private final FailuresRwIgnored failures = new FailuresRwIgnored();

  Meeting(Cells cells, boolean virtual) {
    this.cells = cells;
    this.virtual = virtual;
  }

  /** The accesses of the first thread. */
  public void first() {
    cells.first();
  }

  /** The accesses of the second thread. */
  public void second() {
    cells.second();
  }

  /** Steps in time that order nothing. */
  public OrderRwIgnored order() {
    return order;
  }

  /** Records a failure unless the condition holds: the case did not do what it is meant to. */
  public void check(boolean condition) {
    if (!condition) {
      failures.add(new IllegalStateException("the case took another course than meant"));
    }
  }

  /** A new thread of this meeting's kind, not started. */
  public Thread thread(Body body) {
    Thread thread = factory().newThread(guarded(body));
    return thread;
  }

  /** Makes threads of this meeting's kind; they are daemons. */
  public ThreadFactory factory() {
    if (virtual) {
      return VirtualFactory.make();
    }
    return task -> {
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** A pool of that many threads of this meeting's kind. */
  public ExecutorService pool(int threads) {
    return Executors.newFixedThreadPool(threads, factory());
  }

  /** Runs the bodies each in a thread, one after the other in time, unordered otherwise. */
  public void inOrder(Body... bodies) throws InterruptedException {
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

  /** Runs the bodies each in a thread, at once. */
  public void together(Body... bodies) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Body body : bodies) {
      threads.add(thread(body));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      end(thread);
    }
  }

  /** Waits for a thread, but not for ever. */
  public void end(Thread thread) throws InterruptedException {
    thread.join(PATIENCE_MILLIS);
    if (thread.isAlive()) {
      failures.add(new IllegalStateException("hangs at " + List.of(thread.getStackTrace())));
    }
  }

  /** The body as a task that records what it throws. */
  public Runnable guarded(Body body) {
    return () -> {
      try {
        body.run();
      } catch (Throwable e) {
        failures.add(e);
      }
    };
  }

  /** Plays a script, and throws what went wrong. */
  void play(Script script) throws Throwable {
    script.play(this);
    failures.rethrow();
  }
}
