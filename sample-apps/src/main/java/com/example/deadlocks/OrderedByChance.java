package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

// lock-cycle: $BarrierLock
// lock-cycle: $LatchLock
// lock-cycle: $QueueLock
// lock-cycle: $ResultLock
// lock-cycle: $FirstLock
// lock-cycle: $PollLock
/**
 * In each pair one thread waited for the other here, and could as well have been let go by a third.
 */
public final class OrderedByChance {

  private OrderedByChance() {}

  private static final class BarrierLock {}

  private static final class LatchLock {}

  private static final class QueueLock {}

  private static final class ResultLock {}

  private static final class FirstLock {}

  private static final class PollLock {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    barrier();
    latch();
    queue();
    result();
    first();
    poll();
  }

  private static void take(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) { // wants
        System.out.println("took both");
      }
    }
  }

  /** Two of three meet: the third could have been the second's. */
  private static void barrier() throws InterruptedException {
    BarrierLock left = new BarrierLock();
    BarrierLock right = new BarrierLock();
    OrderRwIgnored order = new OrderRwIgnored();
    CyclicBarrier two = new CyclicBarrier(2);
    Threads.together(
        () -> {
          take(left, right);
          two.await();
          order.step();
        },
        () -> {
          two.await();
          take(right, left);
          order.step();
        },
        () -> {
          order.await(2);
          Thread fourth = Threads.start("fourth", two::await);
          two.await();
          fourth.join();
        });
  }

  private static void latch() throws InterruptedException {
    LatchLock left = new LatchLock();
    LatchLock right = new LatchLock();
    OrderRwIgnored order = new OrderRwIgnored();
    CountDownLatch one = new CountDownLatch(1);
    Threads.together(
        () -> {
          take(left, right);
          one.countDown();
        },
        () -> {
          one.await();
          take(right, left);
          order.step();
        },
        () -> {
          order.await(1);
          one.countDown();
        });
  }

  private static void queue() throws InterruptedException {
    QueueLock left = new QueueLock();
    QueueLock right = new QueueLock();
    OrderRwIgnored order = new OrderRwIgnored();
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    Threads.together(
        () -> {
          take(left, right);
          messages.put("one");
        },
        () -> {
          messages.take();
          take(right, left);
          order.step();
        },
        () -> {
          order.await(1);
          messages.put("two");
        });
  }

  private static void result() throws InterruptedException {
    ResultLock left = new ResultLock();
    ResultLock right = new ResultLock();
    OrderRwIgnored order = new OrderRwIgnored();
    CompletableFuture<String> result = new CompletableFuture<>();
    Threads.together(
        () -> {
          take(left, right);
          result.complete("one");
        },
        () -> {
          result.join();
          take(right, left);
          order.step();
        },
        () -> {
          order.await(1);
          result.complete("two");
        });
  }

  private static void first() throws InterruptedException {
    FirstLock left = new FirstLock();
    FirstLock right = new FirstLock();
    OrderRwIgnored order = new OrderRwIgnored();
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> two = new CompletableFuture<>();
    CompletableFuture<Object> any = CompletableFuture.anyOf(one, two);
    Threads.together(
        () -> {
          take(left, right);
          one.complete("one");
        },
        () -> {
          any.join();
          take(right, left);
          order.step();
        },
        () -> {
          order.await(1);
          two.complete("two");
        });
  }

  /** Who only looks does not wait. */
  private static void poll() throws InterruptedException {
    PollLock left = new PollLock();
    PollLock right = new PollLock();
    OrderRwIgnored order = new OrderRwIgnored();
    FutureTask<?> task = new FutureTask<>(() -> take(left, right), null);
    Threads.together(
        () -> {
          task.run();
          order.step();
        },
        () -> {
          order.await(1);
          System.out.println(task.isDone());
          take(right, left);
        });
  }
}
