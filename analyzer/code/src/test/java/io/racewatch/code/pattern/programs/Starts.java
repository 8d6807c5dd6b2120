package io.racewatch.code.pattern.programs;

import java.util.concurrent.ExecutorService;

/** Threads started by constructors, and threads that are not started at all. */
class Starts {
  static class SetsLater {
    private int interval;

    SetsLater() {
      new Thread(this::run).start(); // likely: start-in-constructor
      interval = 10;
    }

    void run() {
      interval++;
    }
  }

  static class Last extends Thread {
    private final int interval;

    Last() {
      interval = 10;
      start(); // possible: start-in-constructor
    }

    @Override
    public void run() {
      System.identityHashCode(interval);
    }
  }

  static class Parent implements Runnable {
    private final Thread worker;

    Parent() {
      worker = new Thread(this);
      worker.start(); // likely: start-in-constructor
    }

    @Override
    public void run() {}
  }

  static class Child extends Parent {
    int extra = 3;
  }

  static class Submits {
    private int state;

    Submits(ExecutorService pool) {
      pool.submit(() -> state++); // likely: start-in-constructor
      state = 1;
    }
  }

  static class Unrelated {
    int state;

    Unrelated() {
      new Thread(() -> System.identityHashCode("x")).start();
      state = 1;
    }
  }

  static class Later {
    private final Thread worker = new Thread(this::work);
    private int state;

    void begin() {
      worker.start();
      state = 1;
    }

    void work() {
      state++;
    }
  }

  void runs() {
    new Thread(() -> System.identityHashCode("x")).run(); // likely: thread-run-called
  }

  void runsGiven(Thread thread) {
    thread.run(); // possible: thread-run-called
  }

  void runsTask(Runnable task) {
    task.run();
  }
}
