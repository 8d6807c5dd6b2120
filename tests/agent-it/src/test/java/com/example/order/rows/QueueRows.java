package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.BlockedRwIgnored;
import com.example.order.Meeting;
import com.example.order.Step;
import com.example.order.Table;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Q06, Q08 to Q13: queues. */
final class QueueRows {
  private QueueRows() {}

  static void add(Table t) {
    queue(t, "Q06", "ConcurrentLinkedQueue", ConcurrentLinkedQueue::new);
    queue(t, "Q06", "ConcurrentLinkedDeque", ConcurrentLinkedDeque::new);
    blocking(t, "ArrayBlockingQueue", () -> new ArrayBlockingQueue<>(4));
    blocking(t, "LinkedBlockingQueue", LinkedBlockingQueue::new);
    blocking(t, "LinkedBlockingDeque", LinkedBlockingDeque::new);
    blocking(t, "PriorityBlockingQueue", PriorityBlockingQueue::new);
    blocking(t, "LinkedTransferQueue", LinkedTransferQueue::new);
    ends(t);
    delayed(t);
    handOver(t);
    pressure(t);
    transfer(t);
    failed(t);
    elements(t);
  }

  /** A new element each time; comparable, as priority queues want it. */
  private static Object fresh() {
    return new String("element");
  }

  private static void queue(
      Table t, String row, String name, Supplier<? extends Queue<Object>> make) {
    Step<Queue<Object>> offer = q -> won(q.offer(fresh()));
    step(t, row, name + ": offer, then poll", make, offer, q -> won(q.poll() != null));
    step(
        t,
        row,
        name + ": add, then remove",
        make,
        q -> q.add(fresh()),
        q -> won(q.remove() != null));
    step(t, row, name + ": offer, then peek", make, offer, q -> won(q.peek() != null));
    step(t, row, name + ": offer, then element", make, offer, q -> won(q.element() != null));
    step(
        t,
        "Q13",
        name + ": offer, then iteration",
        make,
        offer,
        q -> won(q.iterator().next() != null));
    step(t, "Q13", name + ": offer, then forEach", make, offer, q -> q.forEach(e -> keep(e)));
    step(t, "Q13", name + ": offer, then toArray", make, offer, q -> won(q.toArray()[0] != null));
    step(
        t,
        "Q13",
        name + ": offer, then stream",
        make,
        offer,
        q -> won(q.stream().findAny().isPresent()));
    t.racy(
        "Q10",
        name + ": poll is null",
        () -> (Queue<Object>) make.get(),
        q -> keep(q.size()),
        q -> won(q.poll() == null));
    t.racy(
        "Q10",
        name + ": poll, then offer",
        () -> (Queue<Object>) make.get(),
        q -> won(q.poll() == null),
        q -> won(q.offer(fresh())));
    t.racy(
        "Q13",
        name + ": size",
        () -> (Queue<Object>) make.get(),
        offer,
        q -> won(q.size() == 1 && !q.isEmpty()));
  }

  private static void step(
      Table t,
      String row,
      String what,
      Supplier<? extends Queue<Object>> make,
      Step<Queue<Object>> release,
      Step<Queue<Object>> acquire) {
    t.clean(row, what, () -> (Queue<Object>) make.get(), release, acquire);
  }

  private static void blocking(
      Table t, String name, Supplier<? extends BlockingQueue<Object>> make) {
    queue(t, "Q08", name, make);
    Supplier<BlockingQueue<Object>> supplier = make::get;
    t.clean("Q08", name + ": put, then take", supplier, q -> q.put(fresh()), q -> keep(q.take()));
    t.clean(
        "Q08", name + ": by method references", supplier, q -> putter(q::put), BlockingQueue::take);
    t.clean(
        "Q08",
        name + ": offer with a limit, then poll with a limit",
        supplier,
        q -> won(q.offer(fresh(), 1, TimeUnit.MINUTES)),
        q -> won(q.poll(1, TimeUnit.MINUTES) != null));
    t.meeting(
        "Q08", name + ": take that blocks", supplier, q -> q.put(fresh()), q -> keep(q.take()));
    t.clean(
        "Q08",
        name + ": put, then drainTo",
        supplier,
        q -> q.put(fresh()),
        q -> won(q.drainTo(new ArrayList<>()) == 1));
    t.racy(
        "Q10",
        name + ": poll with a limit is null",
        supplier,
        q -> keep(q.remainingCapacity()),
        q -> won(q.poll(1, TimeUnit.MICROSECONDS) == null));
  }

  /** Puts something. */
  private interface Putter {
    void put(Object element) throws InterruptedException;
  }

  private static void putter(Putter putter) throws InterruptedException {
    putter.put(fresh());
  }

  private static void ends(Table t) {
    Supplier<LinkedBlockingDeque<Object>> blocking = LinkedBlockingDeque::new;
    t.clean(
        "Q08",
        "putFirst, then takeLast",
        blocking,
        q -> q.putFirst(fresh()),
        q -> keep(q.takeLast()));
    t.clean(
        "Q08",
        "addLast, then pollFirst",
        blocking,
        q -> q.addLast(fresh()),
        q -> won(q.pollFirst() != null));
    t.clean("Q08", "push, then pop", blocking, q -> q.push(fresh()), q -> keep(q.pop()));
    t.clean(
        "Q08",
        "offerFirst, then peekLast",
        blocking,
        q -> q.offerFirst(fresh()),
        q -> won(q.peekLast() != null));
    Supplier<ConcurrentLinkedDeque<Object>> linked = ConcurrentLinkedDeque::new;
    t.clean(
        "Q06",
        "addFirst, then pollLast",
        linked,
        q -> q.addFirst(fresh()),
        q -> won(q.pollLast() != null));
    t.clean("Q06", "push, then pop", linked, q -> q.push(fresh()), q -> keep(q.pop()));
    t.clean(
        "Q06",
        "offerLast, then peekFirst",
        linked,
        q -> q.offerLast(fresh()),
        q -> won(q.peekFirst() != null));
  }

  /** An element that is due at once. */
  private static final class Due implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }

  private static void delayed(Table t) {
    Supplier<DelayQueue<Due>> make = DelayQueue::new;
    t.clean("Q08", "DelayQueue: put, then take", make, q -> q.put(new Due()), q -> keep(q.take()));
    t.clean(
        "Q08",
        "DelayQueue: offer, then poll",
        make,
        q -> q.offer(new Due()),
        q -> won(q.poll() != null));
    t.clean(
        "Q08",
        "DelayQueue: offer, then drainTo",
        make,
        q -> q.offer(new Due()),
        q -> won(q.drainTo(new ArrayList<>()) == 1));
    t.clean(
        "Q13",
        "DelayQueue: offer, then iteration",
        make,
        q -> q.offer(new Due()),
        q -> won(q.iterator().next() != null));
  }

  private static void handOver(Table t) {
    Supplier<SynchronousQueue<Object>> make = SynchronousQueue::new;
    t.meeting(
        "Q08", "SynchronousQueue: put, then take", make, q -> q.put(fresh()), q -> keep(q.take()));
    t.meeting(
        "Q08",
        "SynchronousQueue: put, then poll with a limit",
        make,
        q -> q.put(fresh()),
        q -> won(q.poll(1, TimeUnit.MINUTES) != null));
    t.meeting(
        "Q08",
        "SynchronousQueue: offer with a limit, then take",
        make,
        q -> won(q.offer(fresh(), 1, TimeUnit.MINUTES)),
        q -> keep(q.take()));
    t.meeting(
        "Q08",
        "fair SynchronousQueue",
        () -> new SynchronousQueue<>(true),
        q -> q.put(fresh()),
        q -> keep(q.take()));
    t.racy(
        "Q10",
        "SynchronousQueue: offer is false",
        make,
        q -> won(!q.offer(fresh())),
        q -> won(q.poll() == null));
  }

  private static void pressure(Table t) {
    t.meeting(
        "Q09",
        "take, then a put that waited: SynchronousQueue",
        SynchronousQueue<Object>::new,
        q -> keep(q.take()),
        q -> q.put(fresh()));
    t.clean(
        "Q09",
        "take, then a put that waited: ArrayBlockingQueue",
        m -> full(m, new ArrayBlockingQueue<>(1)));
    t.clean(
        "Q09",
        "take, then a put that waited: LinkedBlockingQueue",
        m -> full(m, new LinkedBlockingQueue<>(1)));
    t.clean(
        "Q09",
        "take, then a put that waited: LinkedBlockingDeque",
        m -> full(m, new LinkedBlockingDeque<>(1)));
  }

  private static void full(Meeting m, BlockingQueue<Object> queue) throws Throwable {
    queue.put(fresh());
    Thread putter =
        m.thread(
            () -> {
              queue.put(fresh());
              m.second();
            });
    m.together(
        () -> {
          m.first();
          BlockedRwIgnored.await(putter);
          keep(queue.take());
        },
        () -> {
          putter.start();
          m.end(putter);
        });
  }

  private static void transfer(Table t) {
    Supplier<LinkedTransferQueue<Object>> make = LinkedTransferQueue::new;
    t.meeting("Q12", "transfer, then take", make, q -> q.transfer(fresh()), q -> keep(q.take()));
    t.meeting(
        "Q12",
        "take, then the return of transfer",
        make,
        q -> keep(q.take()),
        q -> q.transfer(fresh()));
    t.meeting(
        "Q12",
        "tryTransfer with a limit, then take",
        make,
        q -> won(q.tryTransfer(fresh(), 1, TimeUnit.MINUTES)),
        q -> keep(q.take()));
    t.racy(
        "Q12",
        "tryTransfer is false",
        make,
        q -> won(!q.tryTransfer(fresh())),
        q -> won(q.poll() == null));
  }

  private static void failed(Table t) {
    t.racy(
        "Q10",
        "offer is false",
        () -> new ArrayBlockingQueue<>(1, false, java.util.List.of("x")),
        q -> won(!q.offer("y")),
        q -> keep(q.take()));
    t.racy(
        "Q10",
        "another queue",
        LinkedBlockingQueue<Object>::new,
        q -> q.put(fresh()),
        q -> won(new LinkedBlockingQueue<Object>(java.util.List.of("x")).poll() != null));
  }

  private static void elements(Table t) {
    t.racy(
        "Q11",
        "the same object in another queue",
        m -> {
          Queue<Object> one = new LinkedBlockingQueue<>();
          Queue<Object> two = new LinkedBlockingQueue<>();
          m.inOrder(
              () -> two.add("token"),
              () -> {
                m.first();
                one.add("token");
              },
              () -> {
                m.check(two.poll() != null);
                m.second();
              });
        });
    elements(t, "ConcurrentLinkedQueue", ConcurrentLinkedQueue::new);
    elements(t, "ArrayBlockingQueue", () -> new ArrayBlockingQueue<>(4));
    elements(t, "LinkedBlockingQueue", LinkedBlockingQueue::new);
  }

  /** Two put, a third takes the other's element. */
  private static void elements(Table t, String name, Supplier<Queue<Object>> make) {
    t.racy(
        "Q11",
        name + ": another's element",
        m -> {
          Queue<Object> queue = make.get();
          m.inOrder(
              () -> queue.add("other"),
              () -> {
                m.first();
                queue.add("mine");
              },
              () -> {
                m.check(queue.poll().equals("other"));
                m.second();
              });
        });
  }
}
