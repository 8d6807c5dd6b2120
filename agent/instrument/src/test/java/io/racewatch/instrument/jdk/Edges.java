package io.racewatch.instrument.jdk;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs two threads and asks whether the hooks ordered them. The threads meet through volatile
 * fields, which hooks in the JDK do not see; so each order that is found comes from the JDK.
 */
public final class Edges {
  /** Something a thread does. */
  public interface Action {
    void run() throws Exception;
  }

  private final List<String> problems = new ArrayList<>();
  private int cases;
  private volatile boolean released;
  private volatile boolean seen;
  private volatile Throwable thrown;

  private Edges() {}

  /** Runs all cases; status 1 and one line each for those that are wrong. */
  public static void main(String[] args) throws Exception {
    Edges edges = new Edges();
    SynchronizerEdges.run(edges);
    TaskEdges.run(edges);
    FutureEdges.run(edges);
    CollectionEdges.run(edges);
    HotEdges.run(edges);
    edges.problems.forEach(System.out::println);
    System.out.println(edges.cases + " cases, " + edges.problems.size() + " problems");
    System.exit(edges.problems.isEmpty() ? 0 : 1);
  }

  /** What the first thread did before the release is seen after the acquire of the second. */
  void order(String name, Action release, Action acquire) throws Exception {
    run(name, true, release, acquire, true);
  }

  /** As {@link #order}, with both at once. */
  void orderTogether(String name, Action release, Action acquire) throws Exception {
    run(name, true, release, acquire, false);
  }

  /** There is no order, though the acquire comes later. */
  void noOrder(String name, Action release, Action acquire) throws Exception {
    run(name, false, release, acquire, true);
  }

  /** Records a condition found by the case itself. */
  void check(String name, boolean good) {
    cases++;
    if (!good) {
      problems.add(name);
    }
  }

  /** Waits, without any order, until a condition holds. */
  static void await(java.util.function.BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private void run(String name, boolean ordered, Action release, Action acquire, boolean after)
      throws Exception {
    released = false;
    thrown = null;
    Thread first =
        new Thread(
            () -> {
              StubHooks.mark(name);
              guarded(release);
              released = true;
            });
    Thread second =
        new Thread(
            () -> {
              if (after) {
                await(() -> released);
              }
              guarded(acquire);
              seen = StubHooks.sees(name);
            });
    first.start();
    second.start();
    first.join();
    second.join();
    check(name + (ordered ? ": order is missing" : ": order is invented"), seen == ordered);
    if (thrown != null) {
      check(name + ": " + thrown, false);
    }
  }

  private void guarded(Action action) {
    try {
      action.run();
    } catch (Throwable e) {
      thrown = e;
    }
  }
}
