package com.example.field;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** Pekko: rings of actors hand mutable messages on; streams with asynchronous borders. */
public final class Pekko {
  private static final int RING = 6;

  private Pekko() {}

  /** A message that each actor changes. */
  private static final class Ball {
    private int left;
    private long sum;
    private final int[] visits = new int[RING];
  }

  /** An actor with state of its own, which needs no lock. */
  private static final class Player extends AbstractActor {
    private final int number;
    private final CountDownLatch done;
    private ActorRef next;
    private int balls;

    Player(int number, CountDownLatch done) {
      this.number = number;
      this.done = done;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(ActorRef.class, ref -> next = ref)
          .match(Ball.class, this::pass)
          .build();
    }

    private void pass(Ball ball) {
      balls++;
      ball.visits[number]++;
      ball.sum += number;
      if (--ball.left == 0) {
        done.countDown();
      } else {
        next.tell(ball, getSelf());
      }
    }
  }

  /** The argument is the number of passes of each ball. */
  public static void main(String[] args) throws Exception {
    int passes = args.length > 0 ? Integer.parseInt(args[0]) : 6000;
    ActorSystem system =
        ActorSystem.create("field", ConfigFactory.parseString("pekko.loglevel=WARNING"));
    System.out.println("ring " + ring(system, passes));
    System.out.println("stream " + stream(system, passes));
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  private static long ring(ActorSystem system, int passes) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(RING);
    ActorRef[] players = new ActorRef[RING];
    for (int i = 0; i < RING; i++) {
      int number = i;
      players[i] =
          system.actorOf(Props.create(Player.class, () -> new Player(number, done)), "player" + i);
    }
    Ball[] balls = new Ball[RING];
    for (int i = 0; i < RING; i++) {
      players[i].tell(players[(i + 1) % RING], ActorRef.noSender());
    }
    for (int i = 0; i < RING; i++) {
      balls[i] = new Ball();
      balls[i].left = passes;
      players[i].tell(balls[i], ActorRef.noSender());
    }
    done.await();
    long sum = 0;
    for (Ball ball : balls) {
      sum += ball.sum + ball.visits[0];
    }
    return sum;
  }

  private static long stream(ActorSystem system, int count) throws Exception {
    Materializer materializer = SystemMaterializer.get(system).materializer();
    return Source.range(1, count)
        .map(i -> new long[] {i, 0})
        .async()
        .map(
            pair -> {
              pair[1] = pair[0] * 2;
              return pair;
            })
        .async()
        .grouped(10)
        .mapConcat(group -> group)
        .runWith(Sink.fold(0L, (sum, pair) -> sum + pair[1]), materializer)
        .toCompletableFuture()
        .get(1, TimeUnit.MINUTES);
  }
}
