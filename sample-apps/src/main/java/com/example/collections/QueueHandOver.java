package com.example.collections;

import com.example.support.Threads;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;

// clean
/** Objects with plain fields go through queues; the producer does not touch them again. */
public final class QueueHandOver {
  private QueueHandOver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    handOver(new ArrayBlockingQueue<>(2));
    handOver(new LinkedBlockingQueue<>());
    handOver(new SynchronousQueue<>());
    Queue<Message> queue = new ConcurrentLinkedQueue<>();
    Threads.inOrder(
        () -> queue.offer(new Message(1)),
        () -> System.out.println("polled " + queue.poll().content));
  }

  private static void handOver(BlockingQueue<Message> queue) throws InterruptedException {
    Threads.together(
        () -> {
          for (int i = 0; i < 10; i++) {
            queue.put(new Message(i));
          }
        },
        () -> {
          int sum = 0;
          for (int i = 0; i < 10; i++) {
            Message message = queue.take();
            message.content++;
            sum += message.content;
          }
          System.out.println("sum " + sum);
        });
  }

  private static final class Message {
    private int content;

    Message(int content) {
      this.content = content;
    }
  }
}
