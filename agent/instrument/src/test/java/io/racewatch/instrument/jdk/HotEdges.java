package io.racewatch.instrument.jdk;

import java.util.List;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;

/** Compiled code, inlined or not, must call each hook as often as interpreted code does. */
final class HotEdges {
  private static final int CALLS = 1_000_000;

  private HotEdges() {}

  static void run(Edges edges) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    count(edges, "countDown", 1, latch::countDown);
    Phaser phaser = new Phaser(1);
    count(edges, "arrive", 3, phaser::arrive); // and around onAdvance
    FutureTask<Integer> task = new FutureTask<>(() -> 1);
    task.run();
    count(edges, "FutureTask.isDone", 1, task::isDone);
    CompletableFuture<String> future = CompletableFuture.completedFuture("x");
    count(edges, "CompletableFuture.isDone", 1, future::isDone);
    queue(edges, "ArrayBlockingQueue", 3, new ArrayBlockingQueue<>(2)); // and room made
    queue(edges, "LinkedBlockingQueue", 2, new LinkedBlockingQueue<>());
    queue(edges, "ConcurrentLinkedQueue", 2, new ConcurrentLinkedQueue<>());
    List<String> list = new CopyOnWriteArrayList<>(List.of("x"));
    count(edges, "COW get", 2, () -> list.get(0));
    Set<String> set = ConcurrentHashMap.newKeySet();
    set.add("x");
    count(edges, "contains", 2, () -> set.contains("x")); // the set's row and that of its map
    Vector<String> vector = new Vector<>(List.of("x"));
    count(edges, "Vector.get", 2, () -> vector.get(0));
  }

  private static void queue(Edges edges, String name, int each, java.util.Queue<String> queue)
      throws Exception {
    count(
        edges,
        name,
        each,
        () -> {
          queue.offer("x");
          queue.poll();
        });
  }

  private static void count(Edges edges, String name, int each, Edges.Action action)
      throws Exception {
    for (int i = 0; i < CALLS / 10; i++) {
      action.run();
    }
    StubHooks.startCounting();
    for (int i = 0; i < CALLS; i++) {
      action.run();
    }
    long hits = StubHooks.stopCounting();
    edges.check(name + ": " + hits + " of " + (long) each * CALLS, hits == (long) each * CALLS);
  }
}
