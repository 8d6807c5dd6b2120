package com.example.handles;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

// clean
/** A function that is called again sees what came before the value that it is called with. */
public final class UpdateRounds {
  private final AtomicInteger value = new AtomicInteger();
  private final AtomicIntegerArray values = new AtomicIntegerArray(2);
  private final OrderRwIgnored order = new OrderRwIgnored();
  private int data;
  private int more;

  private UpdateRounds() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    UpdateRounds shared = new UpdateRounds();
    Threads.together(shared::update, shared::interfere);
  }

  private void update() {
    value.updateAndGet(
        now -> {
          if (now == 0) {
            order.step();
            order.await(2);
            return 1;
          }
          System.out.println("data " + data);
          return now + 1;
        });
    values.accumulateAndGet(
        1,
        3,
        (now, add) -> {
          if (now == 0) {
            order.step();
            order.await(4);
            return 1;
          }
          System.out.println("more " + more);
          return now + add;
        });
  }

  private void interfere() {
    order.await(1);
    data = 42;
    value.set(5);
    order.step();
    order.await(3);
    more = 43;
    values.set(1, 5);
    order.step();
  }
}
