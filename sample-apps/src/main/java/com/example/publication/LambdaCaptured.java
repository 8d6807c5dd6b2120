package com.example.publication;

import com.example.support.OrderRwIgnored;

// race: Box.value
/** The object is shared only by being captured. */
public final class LambdaCaptured {
  private LambdaCaptured() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    OrderRwIgnored order = new OrderRwIgnored();
    Box box = new Box();
    Thread thread =
        new Thread(
            () -> {
              box.value = 1; // racy
              order.step();
            });
    thread.start();
    order.await(1);
    box.value += 10; // racy
    thread.join();
    System.out.println("value " + box.value);
  }

  private static final class Box {
    private int value;
  }
}
