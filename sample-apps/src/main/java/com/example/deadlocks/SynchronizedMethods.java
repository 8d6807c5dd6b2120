package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.Threads;

// hangs
// deadlock: $Desk, $Phone
/** A real deadlock through synchronized methods alone. */
public final class SynchronizedMethods {
  private static final OrderRwIgnored order = new OrderRwIgnored();

  private SynchronizedMethods() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Desk desk = new Desk();
    Phone phone = new Phone();
    Threads.together(() -> desk.call(phone), () -> phone.ask(desk));
  }

  private static final class Desk {
    synchronized void call(Phone phone) {
      order.step();
      order.await(2);
      phone.ring();
    }

    synchronized void note() {
      System.out.println("never noted"); // wants
    }
  }

  private static final class Phone {
    synchronized void ask(Desk desk) {
      order.step();
      order.await(2);
      desk.note();
    }

    synchronized void ring() {
      System.out.println("never rings"); // wants
    }
  }
}
