package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Meeting;
import com.example.order.Table;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Y01 to Y09: latches, semaphores, barriers, phasers, exchangers. */
final class SynchronizerRows {
  private SynchronizerRows() {}

  static void add(Table t) {
    latches(t);
    semaphores(t);
    barriers(t);
    brokenBarriers(t);
    phasers(t);
    morePhasers(t);
    exchangers(t);
  }

  private static void latches(Table t) {
    Supplier<CountDownLatch> one = () -> new CountDownLatch(1);
    t.clean("Y01", "countDown, then await", one, CountDownLatch::countDown, CountDownLatch::await);
    t.clean(
        "Y01",
        "await with a limit",
        one,
        l -> l.countDown(),
        l -> won(l.await(1, TimeUnit.MINUTES)));
    t.meeting("Y01", "await that blocks", one, l -> l.countDown(), l -> l.await());
    t.clean(
        "Y01",
        "the first countDown of two",
        m -> {
          CountDownLatch latch = new CountDownLatch(2);
          m.inOrder(
              () -> {
                m.first();
                latch.countDown();
              },
              latch::countDown,
              () -> {
                latch.await();
                m.second();
              });
        });
    t.racy(
        "Y01",
        "another latch",
        one,
        l -> l.countDown(),
        l -> won(!new CountDownLatch(1).await(1, TimeUnit.MICROSECONDS)));
    t.racy(
        "Y01",
        "countDown, then countDown",
        () -> new CountDownLatch(2),
        l -> l.countDown(),
        l -> l.countDown());
    t.racy(
        "Y02",
        "await timed out",
        () -> new CountDownLatch(2),
        l -> l.countDown(),
        l -> won(!l.await(1, TimeUnit.MICROSECONDS)));
    t.racy(
        "Y02",
        "getCount is not zero",
        () -> new CountDownLatch(2),
        l -> l.countDown(),
        l -> won(l.getCount() == 1));
    t.clean("Y02", "getCount is zero", one, l -> l.countDown(), l -> won(l.getCount() == 0));
  }

  private static void semaphores(Table t) {
    Supplier<Semaphore> none = () -> new Semaphore(0);
    t.clean("Y03", "release, then acquire", none, s -> s.release(), s -> s.acquire());
    t.clean("Y03", "by method references", none, Semaphore::release, Semaphore::acquire);
    t.clean(
        "Y03", "acquireUninterruptibly", none, s -> s.release(2), s -> s.acquireUninterruptibly(2));
    t.clean("Y03", "tryAcquire", none, s -> s.release(), s -> won(s.tryAcquire()));
    t.clean(
        "Y03",
        "tryAcquire with a limit",
        none,
        s -> s.release(),
        s -> won(s.tryAcquire(1, TimeUnit.MINUTES)));
    t.clean("Y03", "drainPermits", none, s -> s.release(), s -> won(s.drainPermits() == 1));
    t.meeting("Y03", "acquire that blocks", none, s -> s.release(), s -> s.acquire());
    t.racy("Y03", "another semaphore", none, s -> s.release(), s -> new Semaphore(1).acquire());
    t.racy("Y04", "tryAcquire is false", none, s -> s.release(), s -> won(!s.tryAcquire(2)));
    t.racy(
        "Y04",
        "tryAcquire with a limit is false",
        none,
        s -> s.release(),
        s -> won(!s.tryAcquire(2, 1, TimeUnit.MICROSECONDS)));
    t.racy("Y04", "availablePermits", none, s -> s.release(), s -> won(s.availablePermits() == 1));
    t.racy(
        "Y04",
        "drainPermits that drains none",
        none,
        s -> {
          s.release();
          s.acquire();
        },
        s -> won(s.drainPermits() == 0));
    t.racy(
        "Y04", "acquire, then release", () -> new Semaphore(1), s -> s.acquire(), s -> s.release());
  }

  private static void barriers(Table t) {
    Supplier<CyclicBarrier> two = () -> new CyclicBarrier(2);
    t.meeting("Y05", "await", two, b -> b.await(), b -> b.await());
    t.meeting(
        "Y05",
        "await with a limit",
        two,
        b -> b.await(1, TimeUnit.MINUTES),
        b -> b.await(1, TimeUnit.MINUTES));
    t.clean(
        "Y05",
        "into the barrier's action",
        m -> {
          CyclicBarrier barrier = new CyclicBarrier(2, m::second);
          m.together(
              () -> {
                m.first();
                barrier.await();
              },
              barrier::await);
        });
    t.clean(
        "Y05",
        "out of the barrier's action",
        m -> {
          CyclicBarrier barrier = new CyclicBarrier(2, m::first);
          m.together(
              barrier::await,
              () -> {
                barrier.await();
                if (barrier.getNumberWaiting() == 0) {
                  keep(barrier);
                }
              });
          m.second();
        });
    t.racy(
        "Y05",
        "another barrier",
        () -> "",
        b -> new CyclicBarrier(1).await(),
        b -> new CyclicBarrier(1).await());
    t.clean(
        "Y05",
        "the second generation",
        m -> {
          CyclicBarrier barrier = new CyclicBarrier(2);
          m.together(
              () -> {
                barrier.await();
                m.first();
                barrier.await();
              },
              () -> {
                barrier.await();
                barrier.await();
                m.second();
              });
        });
  }

  private static void brokenBarriers(Table t) {
    t.racy(
        "Y06",
        "timed out",
        m -> {
          CyclicBarrier barrier = new CyclicBarrier(3);
          m.inOrder(
              () -> {
                m.first();
                broken(m, barrier);
              },
              () -> {
                m.check(barrier.isBroken());
                broken(m, barrier);
                m.second();
              });
        });
    t.racy("Y06", "reset", () -> new CyclicBarrier(2), b -> b.reset(), b -> b.reset());
    t.racy(
        "Y06",
        "getNumberWaiting and isBroken",
        () -> new CyclicBarrier(2),
        b -> b.reset(),
        b -> won(b.getNumberWaiting() == 0 && !b.isBroken()));
  }

  private static void broken(Meeting m, CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await(1, TimeUnit.MICROSECONDS);
      m.check(false);
    } catch (TimeoutException | BrokenBarrierException expected) {
      keep(expected);
    }
  }

  private static void phasers(Table t) {
    Supplier<Phaser> one = () -> new Phaser(1);
    t.clean("Y07", "arrive, then awaitAdvance", one, p -> p.arrive(), p -> p.awaitAdvance(0));
    t.clean(
        "Y07",
        "arriveAndDeregister, then awaitAdvance",
        one,
        p -> p.arriveAndDeregister(),
        p -> p.awaitAdvance(0));
    t.clean(
        "Y07",
        "awaitAdvanceInterruptibly",
        one,
        p -> p.arrive(),
        p -> p.awaitAdvanceInterruptibly(0));
    t.meeting("Y07", "awaitAdvance that blocks", one, p -> p.arrive(), p -> p.awaitAdvance(0));
    t.meeting(
        "Y07",
        "arriveAndAwaitAdvance",
        () -> new Phaser(2),
        p -> p.arriveAndAwaitAdvance(),
        p -> p.arriveAndAwaitAdvance());
    t.clean(
        "Y07",
        "the first arrival of two",
        m -> {
          Phaser phaser = new Phaser(2);
          m.inOrder(
              () -> {
                m.first();
                phaser.arrive();
              },
              phaser::arrive,
              () -> {
                phaser.awaitAdvance(0);
                m.second();
              });
        });
    t.clean(
        "Y07",
        "into onAdvance",
        m -> {
          Phaser phaser =
              new Phaser(2) {
                @Override
                protected boolean onAdvance(int phase, int parties) {
                  m.second();
                  return false;
                }
              };
          m.inOrder(
              () -> {
                m.first();
                phaser.arrive();
              },
              phaser::arrive);
        });
  }

  private static void morePhasers(Table t) {
    Supplier<Phaser> one = () -> new Phaser(1);
    t.clean(
        "Y07",
        "tiers",
        m -> {
          Phaser root = new Phaser();
          Phaser left = new Phaser(root, 1);
          Phaser right = new Phaser(root, 1);
          m.inOrder(
              () -> {
                m.first();
                left.arrive();
              },
              () -> {
                right.arriveAndAwaitAdvance();
                m.second();
              });
        });
    t.racy(
        "Y07", "another phaser", one, p -> p.arrive(), p -> new Phaser(1).arriveAndAwaitAdvance());
    t.clean(
        "Y08", "getPhase, after the advance", one, p -> p.arrive(), p -> won(p.getPhase() == 1));
    t.racy(
        "Y08",
        "getPhase on both sides",
        one,
        p -> won(p.getPhase() == 0),
        p -> won(p.getPhase() == 0));
    t.racy(
        "Y07",
        "awaitAdvance timed out",
        () -> new Phaser(2),
        p -> p.arrive(),
        p -> {
          try {
            p.awaitAdvanceInterruptibly(0, 1, TimeUnit.MICROSECONDS);
            won(false);
          } catch (TimeoutException expected) {
            keep(expected);
          }
        });
  }

  private static void exchangers(Table t) {
    Supplier<Exchanger<Object>> make = Exchanger::new;
    t.meeting("Y09", "one way", make, e -> e.exchange("a"), e -> e.exchange("b"));
    t.meeting(
        "Y09",
        "the other way",
        make,
        e -> e.exchange("a", 1, TimeUnit.MINUTES),
        e -> e.exchange("b", 1, TimeUnit.MINUTES));
    t.meeting("Y09", "null", make, e -> e.exchange(null), e -> e.exchange(null));
    t.racy("Y09", "timed out", make, SynchronizerRows::alone, SynchronizerRows::alone);
  }

  private static void alone(Exchanger<Object> exchanger) throws InterruptedException {
    try {
      exchanger.exchange("a", 1, TimeUnit.MICROSECONDS);
      won(false);
    } catch (TimeoutException expected) {
      keep(expected);
    }
  }
}
