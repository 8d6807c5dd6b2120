package com.example.kernels;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Messages through a bounded queue, to a thread that changes them. Large: the queue is filled with
 * messages that stay, in a second queue.
 */
public final class BoundedQueue {
  private static final int CAPACITY = 1024;
  private static final int STEPS = 10_000;
  private static final int WORDS = 6;

  /** Some 220 MB. */
  private static final int KEPT = 2_300_000;

  private final BlockingQueue<Message> ahead = new LinkedBlockingQueue<>(CAPACITY);
  private final BlockingQueue<Message> back = new LinkedBlockingQueue<>(CAPACITY);
  private int lost;

  private BoundedQueue() {}

  /** Prints a checksum. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    boolean racy = Size.racy(args);
    BlockingQueue<Message> kept = new LinkedBlockingQueue<>();
    int large = Size.of(args, 0, KEPT);
    for (int i = 0; i < large; i++) {
      kept.add(new Message(i));
    }
    BoundedQueue queue = new BoundedQueue();
    long sum =
        Workers.run(
            self ->
                self == 0 ? queue.ask(rounds * STEPS, racy) : queue.answer(rounds * STEPS, racy));
    System.out.println("queue " + sum + " " + kept.size());
    Size.end(kept);
  }

  /** Sends, and takes answers as they come. */
  private long ask(int count, boolean racy) throws InterruptedException {
    long sum = 0;
    int open = 0;
    for (int i = 0; i < count; i++) {
      ahead.put(new Message(i));
      open++;
      for (Message answer = back.poll(); answer != null; answer = back.poll()) {
        sum += answer.total();
        open--;
      }
      if (racy && i % STEPS == 0) {
        lost++;
      }
    }
    for (; open > 0; open--) {
      sum += back.take().total();
    }
    return sum;
  }

  private long answer(int count, boolean racy) throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      Message message = ahead.take();
      sum += message.number;
      message.change();
      back.put(message);
      if (racy && i % STEPS == 0) {
        lost++;
      }
    }
    return sum;
  }

  private static final class Message {
    private int number;
    private long result;
    private final int[] words = new int[WORDS];

    Message(int number) {
      this.number = number;
      for (int i = 0; i < WORDS; i++) {
        words[i] = number + i;
      }
    }

    void change() {
      for (int i = 0; i < WORDS; i++) {
        result += words[i];
        words[i] = 0;
      }
    }

    long total() {
      return number + result + words[0];
    }
  }
}
