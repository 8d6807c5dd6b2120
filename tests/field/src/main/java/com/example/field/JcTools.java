package com.example.field;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.maps.NonBlockingHashMap;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpscLinkedQueue;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jctools.queues.atomic.SpscLinkedAtomicQueue;

/** JCTools: messages with plain fields through its queues, and its map. */
public final class JcTools {
  private static final int CAPACITY = 256;
  private static final int KEYS = 500;
  private static final int THREADS = 4;

  private JcTools() {}

  /** What wanders from thread to thread. */
  private static final class Message {
    private long value;
  }

  /** The argument is the number of messages a producer. */
  public static void main(String[] args) throws Exception {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    print("mpmc", pass(new MpmcArrayQueue<>(CAPACITY), 2, 2, messages));
    print("mpsc", pass(new MpscUnboundedArrayQueue<>(CAPACITY), 3, 1, messages));
    print("mpsc linked", pass(new MpscLinkedQueue<>(), 3, 1, messages));
    print("mpsc atomic", pass(new MpscAtomicArrayQueue<>(CAPACITY), 3, 1, messages));
    print("spsc", pass(new SpscArrayQueue<>(CAPACITY), 1, 1, messages));
    print("spsc atomic", pass(new SpscLinkedAtomicQueue<>(), 1, 1, messages));
    print("map", map(messages));
  }

  private static void print(String name, long sum) {
    System.out.println(name + " " + sum);
  }

  private static long pass(Queue<Message> queue, int producers, int consumers, int messages)
      throws InterruptedException {
    AtomicLong sum = new AtomicLong();
    AtomicLong left = new AtomicLong((long) producers * messages);
    Crew.work(
        producers + consumers,
        number -> {
          if (number < producers) {
            produce(queue, number, messages);
          } else {
            consume(queue, left, sum);
          }
        });
    return sum.get();
  }

  private static void produce(Queue<Message> queue, int number, int messages) {
    for (int i = 0; i < messages; i++) {
      Message message = new Message();
      message.value = i + number;
      while (!queue.offer(message)) {
        Thread.onSpinWait();
      }
    }
  }

  private static void consume(Queue<Message> queue, AtomicLong left, AtomicLong sum) {
    long own = 0;
    while (left.get() > 0) {
      Message message = queue.poll();
      if (message != null) {
        own += message.value;
        message.value = -1;
        left.decrementAndGet();
      } else {
        Thread.yield();
      }
    }
    sum.addAndGet(own);
  }

  private static long map(int rounds) throws InterruptedException {
    NonBlockingHashMap<Integer, Message> map = new NonBlockingHashMap<>();
    AtomicLong sum = new AtomicLong();
    Crew.work(
        THREADS,
        number -> {
          long own = 0;
          for (int i = 0; i < rounds; i++) {
            int key = (i * (number + 1)) % KEYS;
            Message fresh = new Message();
            fresh.value = key;
            map.putIfAbsent(key, fresh);
            own += map.get(key).value;
          }
          sum.addAndGet(own);
        });
    return sum.get();
  }
}
