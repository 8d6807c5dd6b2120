package com.example.deadlocks;

import com.example.support.OrderRwIgnored;
import com.example.support.VirtualThreads;

// jdk: 21
// hangs
// deadlock: $Desk, $Phone
/** Virtual threads in synchronized methods, of which the JVM's own finder knows nothing. */
public final class VirtualMonitors {
  private static final OrderRwIgnored order = new OrderRwIgnored();

  private VirtualMonitors() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Desk desk = new Desk();
    Phone phone = new Phone();
    Thread one = VirtualThreads.start(() -> desk.call(phone));
    Thread other = VirtualThreads.start(() -> phone.ask(desk));
    one.join();
    other.join();
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
