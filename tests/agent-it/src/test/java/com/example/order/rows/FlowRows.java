package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Meeting;
import com.example.order.Script;
import com.example.order.Table;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** R01 to R05 and I01 to I07: flows, and input and output, which order nothing. */
final class FlowRows {
  private FlowRows() {}

  static void add(Table t) {
    flows(t);
    requests(t);
    pipes(t);
    others(t);
    t.note("R05", "whole libraries are driven in tests/field");
  }

  /** A subscriber that asks for all, and does something at the first and the last item. */
  private static final class Subscriber implements Flow.Subscriber<Object> {
    private final Runnable atSubscribe;
    private final Runnable atFirst;
    private final Runnable atEnd;
    private int items;

    Subscriber(Runnable atSubscribe, Runnable atFirst, Runnable atEnd) {
      this.atSubscribe = atSubscribe;
      this.atFirst = atFirst;
      this.atEnd = atEnd;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      atSubscribe.run();
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object item) {
      items++;
      if (items == 1) {
        atFirst.run();
      }
    }

    @Override
    public void onError(Throwable thrown) {
      throw new IllegalStateException(thrown);
    }

    @Override
    public void onComplete() {
      items++;
      atEnd.run();
    }
  }

  /** What the publisher's thread does. */
  private interface Publish {
    void on(SubmissionPublisher<Object> publisher);
  }

  private static Script subscribed(
      Publish publish, java.util.function.Function<Meeting, Subscriber> make) {
    return m -> {
      ExecutorService pool = m.pool(2);
      SubmissionPublisher<Object> publisher = new SubmissionPublisher<>(pool, 16);
      m.together(
          () -> {
            publisher.subscribe(make.apply(m));
            publish.on(publisher);
            publisher.close();
          },
          () -> m.order().await(1));
      pool.shutdown();
      m.check(pool.awaitTermination(30, TimeUnit.SECONDS));
    };
  }

  private static void many(SubmissionPublisher<Object> publisher) {
    for (int i = 0; i < 50; i++) {
      publisher.submit(new Object());
    }
  }

  private static void flows(Table t) {
    t.clean(
        "R01",
        "onSubscribe, then onNext",
        subscribed(FlowRows::many, m -> new Subscriber(m::first, m::second, m.order()::step)));
    t.clean(
        "R01",
        "onNext, then onComplete",
        subscribed(
            FlowRows::many,
            m ->
                new Subscriber(
                    () -> {},
                    m::first,
                    () -> {
                      m.second();
                      m.order().step();
                    })));
    t.clean(
        "R02",
        "submit, then onNext",
        m -> {
          Subscriber subscriber = new Subscriber(() -> {}, m::second, m.order()::step);
          subscribed(
                  p -> {
                    m.first();
                    p.submit("item");
                  },
                  x -> subscriber)
              .play(m);
        });
    t.clean(
        "R02",
        "offer, then onNext",
        m -> {
          Subscriber subscriber = new Subscriber(() -> {}, m::second, m.order()::step);
          subscribed(
                  p -> {
                    m.first();
                    p.offer("item", null);
                  },
                  x -> subscriber)
              .play(m);
        });
    t.clean(
        "R02",
        "close, then onComplete",
        m -> {
          Subscriber subscriber =
              new Subscriber(
                  () -> {},
                  () -> {},
                  () -> {
                    m.second();
                    m.order().step();
                  });
          subscribed(p -> m.first(), x -> subscriber).play(m);
        });
    t.racy("R02", "another publisher", () -> "", s -> published(), s -> published());
  }

  private static void published() {
    try (SubmissionPublisher<Object> publisher = new SubmissionPublisher<>(Runnable::run, 4)) {
      publisher.subscribe(new Subscriber(() -> {}, () -> {}, () -> {}));
      publisher.submit(new Object());
    }
  }

  private static void requests(Table t) {
    t.clean(
        "R03",
        "request, then onNext",
        m -> {
          ExecutorService pool = m.pool(2);
          SubmissionPublisher<Object> publisher = new SubmissionPublisher<>(pool, 16);
          java.util.concurrent.CompletableFuture<Flow.Subscription> given =
              new java.util.concurrent.CompletableFuture<>();
          publisher.subscribe(
              new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                  given.complete(subscription);
                }

                @Override
                public void onNext(Object item) {
                  m.second();
                  m.order().step();
                }

                @Override
                public void onError(Throwable thrown) {
                  throw new IllegalStateException(thrown);
                }

                @Override
                public void onComplete() {}
              });
          publisher.submit("item");
          Flow.Subscription subscription = given.get();
          m.together(
              () -> {
                m.first();
                subscription.request(1);
                m.order().await(1);
              });
          publisher.close();
          pool.shutdown();
          m.check(pool.awaitTermination(30, TimeUnit.SECONDS));
        });
  }

  private static void pipes(Table t) {
    t.racy(
        "I02",
        "Pipe",
        FlowRows::pipe,
        p -> won(p.sink().write(ByteBuffer.allocate(1)) == 1),
        p -> won(p.source().read(ByteBuffer.allocate(1)) == 1));
    t.accidental(
        "I02", "piped streams", FlowRows::piped, p -> p.out.write(1), p -> won(p.in.read() == 1));
    t.racy(
        "I03",
        "files",
        FlowRows::file,
        f -> java.nio.file.Files.writeString(f, "x"),
        f -> won(java.nio.file.Files.readString(f).equals("x")));
    t.racy("I04", "Process.waitFor", () -> "", s -> ran(), s -> ran());
    t.racy("I01", "wakeup, then select", FlowRows::selector, s -> s.wakeup(), s -> s.select(1));
  }

  private static void ran() throws IOException, InterruptedException {
    String java = System.getProperty("java.home") + "/bin/java";
    ProcessBuilder builder = new ProcessBuilder(java, "-Xshare:auto", "--version");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    won(builder.start().waitFor() == 0);
  }

  private static java.nio.file.Path file() {
    try {
      java.nio.file.Path file = java.nio.file.Files.createTempFile("order", ".txt");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Pipe pipe() {
    try {
      return Pipe.open();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Selector selector() {
    try {
      return Selector.open();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two ends. */
  private static final class Piped {
    private final PipedOutputStream out = new PipedOutputStream();
    private final PipedInputStream in = new PipedInputStream();
  }

  private static Piped piped() {
    try {
      Piped piped = new Piped();
      piped.in.connect(piped.out);
      return piped;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void others(Table t) {
    t.accidental(
        "I05",
        "println on one stream",
        () -> "",
        s -> System.out.println("first"),
        s -> System.out.println("second"));
    t.accidental(
        "I07",
        "loggers",
        () -> Logger.getLogger("order"),
        l -> l.log(Level.FINE, "first"),
        l -> l.log(Level.FINE, "second"));
    t.accidental("I07", "Random", java.util.Random::new, r -> r.nextInt(), r -> keep(r.nextInt()));
    t.racy("I06", "a shared arena closed, then seen closed", m -> Newer.play("ArenaClosed", m))
        .since(25);
    t.note("I06", "native memory itself is not observed");
  }
}
