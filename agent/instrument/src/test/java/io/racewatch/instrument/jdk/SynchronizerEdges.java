package io.racewatch.instrument.jdk;

import java.lang.ref.Cleaner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/** Latches, barriers, phasers, exchangers, threads. */
final class SynchronizerEdges {
  private SynchronizerEdges() {}

  static void run(Edges edges) throws Exception {
    latches(edges);
    barriers(edges);
    phasers(edges);
    Exchanger<String> exchanger = new Exchanger<>();
    edges.orderTogether(
        "Exchanger", () -> exchanger.exchange(new String("a")), () -> exchanger.exchange("b"));
    threads(edges);
    cleaner(edges);
  }

  private static void cleaner(Edges edges) throws Exception {
    Cleaner.Cleanable[] cleanable = new Cleaner.Cleanable[1];
    Object referent = new Object();
    edges.order(
        "Cleaner",
        () -> cleanable[0] = Cleaner.create().register(referent, () -> {}),
        () -> cleanable[0].clean());
  }

  private static void latches(Edges edges) throws Exception {
    CountDownLatch one = new CountDownLatch(1);
    edges.order("CountDownLatch.await", one::countDown, one::await);
    edges.order(
        "CountDownLatch.await in time",
        one::countDown,
        () -> edges.check("latch is open", one.await(1, TimeUnit.SECONDS)));
    CountDownLatch two = new CountDownLatch(2);
    edges.noOrder(
        "CountDownLatch.await out of time",
        two::countDown,
        () -> edges.check("latch is shut", !two.await(1, TimeUnit.MILLISECONDS)));
  }

  private static void barriers(Edges edges) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    edges.orderTogether("CyclicBarrier", barrier::await, barrier::await);
    edges.orderTogether("CyclicBarrier, second generation", barrier::await, barrier::await);
    CyclicBarrier lastReleases = new CyclicBarrier(2);
    edges.orderTogether(
        "CyclicBarrier, last party",
        () -> {
          Edges.await(() -> lastReleases.getNumberWaiting() == 1);
          lastReleases.await();
        },
        lastReleases::await);
    boolean[] inAction = new boolean[1];
    CyclicBarrier withAction =
        new CyclicBarrier(
            2,
            () -> {
              inAction[0] = StubHooks.sees("waiter");
              StubHooks.mark("barrier action");
            });
    edges.orderTogether(
        "barrier with action",
        () -> {
          Edges.await(() -> withAction.getNumberWaiting() == 1);
          withAction.await();
        },
        () -> {
          StubHooks.mark("waiter");
          withAction.await();
          edges.check("from barrier action", StubHooks.sees("barrier action"));
        });
    edges.check("to barrier action", inAction[0]);
  }

  private static void phasers(Edges edges) throws Exception {
    Phaser phaser = new Phaser(1);
    edges.order("Phaser.arrive", phaser::arrive, () -> phaser.awaitAdvance(0));
    Phaser two = new Phaser(2);
    edges.orderTogether(
        "Phaser.arriveAndAwaitAdvance", two::arriveAndAwaitAdvance, two::arriveAndAwaitAdvance);
    phaserAction(edges);
    Phaser root = new Phaser();
    Phaser left = new Phaser(root, 1);
    Phaser right = new Phaser(root, 1);
    edges.orderTogether("tiered Phaser", left::arriveAndAwaitAdvance, right::arriveAndAwaitAdvance);
  }

  private static void phaserAction(Edges edges) throws Exception {
    boolean[] inAction = new boolean[1];
    Phaser phaser =
        new Phaser(2) {
          @Override
          protected boolean onAdvance(int phase, int parties) {
            inAction[0] = StubHooks.sees("phaser waiter");
            StubHooks.mark("phaser action");
            return false;
          }
        };
    edges.orderTogether(
        "Phaser with action",
        () -> {
          Edges.await(() -> phaser.getArrivedParties() == 1);
          phaser.arrive();
        },
        () -> {
          StubHooks.mark("phaser waiter");
          phaser.awaitAdvanceInterruptibly(phaser.arrive(), 1, TimeUnit.MINUTES);
          edges.check("from phaser action", StubHooks.sees("phaser action"));
        });
    edges.check("to phaser action", inAction[0]);
  }

  private static void threads(Edges edges) throws Exception {
    boolean[] seen = new boolean[2];
    Flag later = new Flag();
    StubHooks.mark("before start");
    Thread child =
        new Thread(
            () -> {
              seen[0] = StubHooks.sees("before start");
              Edges.await(() -> later.up);
              seen[1] = StubHooks.sees("after start");
            });
    child.start();
    StubHooks.mark("after start");
    later.up = true;
    child.join();
    edges.check("Thread.start: order is missing", seen[0]);
    edges.check("after Thread.start: order is invented", !seen[1]);
  }

  /** Seen by all threads, but not by the hooks. */
  static final class Flag {
    volatile boolean up;
  }
}
