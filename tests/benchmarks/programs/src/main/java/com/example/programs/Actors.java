package com.example.programs;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;

/** Pekko: branches of a bank with accounts of their own send orders round. */
public final class Actors {
  private static final int BRANCHES = 100;
  private static final int ACCOUNTS = 20_000;
  private static final int MONTHS = 8;

  private Actors() {}

  /** The argument is the number of stations of each order. */
  public static void main(String[] args) throws Exception {
    int stations = Integer.parseInt(args[0]);
    ActorSystem system =
        ActorSystem.create("bank", ConfigFactory.parseString("pekko.loglevel=WARNING"));
    CountDownLatch done = new CountDownLatch(BRANCHES);
    AtomicLong sum = new AtomicLong();
    ActorRef[] branches = new ActorRef[BRANCHES];
    for (int i = 0; i < BRANCHES; i++) {
      branches[i] = system.actorOf(Props.create(Branch.class, () -> new Branch(done, sum)));
    }
    for (int i = 0; i < BRANCHES; i++) {
      branches[i].tell(branches, ActorRef.noSender());
    }
    for (int i = 0; i < BRANCHES; i++) {
      branches[i].tell(new Order(stations, i), ActorRef.noSender());
    }
    done.await();
    System.out.println("sum " + sum.get());
    Crew.end(branches);
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  /** A message that each branch changes. */
  private static final class Order {
    private int left;
    private long seed;
    private long sum;

    Order(int left, long seed) {
      this.left = left;
      this.seed = seed;
    }

    int next() {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      return (int) (seed >>> 33);
    }
  }

  private static final class Account {
    private final long[] months = new long[MONTHS];
    private long balance;
    private int orders;

    void book(int amount) {
      balance += amount;
      months[orders++ % MONTHS] += amount;
    }
  }

  /** Its state needs no lock. */
  private static final class Branch extends AbstractActor {
    private final CountDownLatch done;
    private final AtomicLong total;
    private final Account[] accounts = new Account[ACCOUNTS];
    private ActorRef[] branches;

    Branch(CountDownLatch done, AtomicLong total) {
      this.done = done;
      this.total = total;
      for (int i = 0; i < ACCOUNTS; i++) {
        accounts[i] = new Account();
      }
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(ActorRef[].class, all -> branches = all)
          .match(Order.class, this::book)
          .build();
    }

    private void book(Order order) {
      int number = order.next();
      accounts[number % ACCOUNTS].book(number & 0xFF);
      order.sum += number & 0xFF;
      if (--order.left == 0) {
        total.addAndGet(order.sum);
        done.countDown();
      } else {
        branches[order.next() % BRANCHES].tell(order, getSelf());
      }
    }
  }
}
