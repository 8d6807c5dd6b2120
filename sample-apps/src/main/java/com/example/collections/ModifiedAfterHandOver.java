package com.example.collections;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

// race: Message.content
/** The producer goes on writing after the put. */
public final class ModifiedAfterHandOver {
  private ModifiedAfterHandOver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    Threads.together(
        () -> {
          Message message = new Message();
          message.content = 1;
          queue.put(message);
          order.await(1);
          message.content = 2; // racy
        },
        () -> {
          Message message = queue.take();
          System.out.println("content " + message.content); // racy
          order.step();
        });
  }

  private static final class Message {
    private int content;
  }
}
