package io.racewatch.instrument.jdk;

import io.racewatch.instrument.jdk.SynchronizerEdges.Flag;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Pools, fork/join, parallel streams, timers, publishers, virtual threads. */
final class TaskEdges {
  private TaskEdges() {}

  static void run(Edges edges) throws Exception {
    for (int kind = 0; kind < 8; kind++) {
      pool(edges, kind);
    }
    scheduled(edges);
    forkJoin(edges);
    streams(edges);
    timer(edges);
    publisher(edges);
  }

  private static ExecutorService newPool(int kind) throws Exception {
    return switch (kind / 2) {
      case 0 -> Executors.newFixedThreadPool(2);
      case 1 -> Executors.newScheduledThreadPool(2);
      case 2 -> new ForkJoinPool(2);
      default ->
          Runtime.version().feature() < 21
              ? Executors.newCachedThreadPool()
              : (ExecutorService)
                  Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    };
  }

  private static void pool(Edges edges, int kind) throws Exception {
    ExecutorService pool = newPool(kind);
    String name = pool.getClass().getSimpleName() + kind;
    boolean[] in = new boolean[1];
    warm(pool);
    StubHooks.mark(name + " execute");
    Flag ran = new Flag();
    pool.execute(
        () -> {
          in[0] = StubHooks.sees(name + " execute");
          edges.check(name + " names the task", kind >= 6 || StubHooks.task() != null);
          ran.up = true;
        });
    Edges.await(() -> ran.up);
    edges.check(name + " execute: order is missing", in[0]);
    Future<Boolean> result = submit(pool, name + " result");
    result.get();
    edges.check(name + " get: order is missing", StubHooks.sees(name + " result"));
    Future<Boolean> polled = submit(pool, name + " polled");
    Edges.await(polled::isDone);
    edges.check(name + " isDone: order is missing", StubHooks.sees(name + " polled"));
    termination(edges, pool, name, kind);
  }

  /** Starts two threads of the pool, so that a later task finds one instead of starting one. */
  private static void warm(ExecutorService pool) throws Exception {
    CyclicFlags both = new CyclicFlags();
    Future<?> one = pool.submit(both::meet);
    pool.submit(both::meet).get();
    one.get();
  }

  private static void termination(Edges edges, ExecutorService pool, String name, int kind)
      throws Exception {
    Flag done = new Flag();
    Flag go = new Flag();
    pool.execute(
        () -> {
          StubHooks.mark(name + " late");
          done.up = true;
          Edges.await(() -> go.up);
        });
    Edges.await(() -> done.up);
    pool.shutdown();
    edges.check(name + " still runs", !pool.awaitTermination(1, TimeUnit.MILLISECONDS));
    edges.check(name + " runs: order is invented", !StubHooks.sees(name + " late"));
    go.up = true;
    if (kind % 2 == 0) {
      edges.check(name + " ends", pool.awaitTermination(1, TimeUnit.MINUTES));
    } else {
      Edges.await(pool::isTerminated);
    }
    edges.check(name + " termination: order is missing", StubHooks.sees(name + " late"));
  }

  private static Future<Boolean> submit(ExecutorService pool, String mark) {
    Callable<Boolean> task =
        () -> {
          StubHooks.mark(mark);
          return true;
        };
    return pool.submit(task);
  }

  private static void scheduled(Edges edges) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
    boolean[] orders = new boolean[5];
    int[] runs = new int[1];
    Flag end = new Flag();
    StubHooks.mark("schedule");
    pool.scheduleWithFixedDelay(
        () -> {
          int run = runs[0]++;
          if (run < orders.length) {
            orders[run] = StubHooks.sees(run == 0 ? "schedule" : "run " + (run - 1));
            StubHooks.mark("run " + run);
          } else {
            end.up = true;
          }
        },
        1,
        1,
        TimeUnit.MILLISECONDS);
    Edges.await(() -> end.up);
    pool.shutdownNow();
    for (int run = 0; run < orders.length; run++) {
      edges.check("periodic run " + run + ": order is missing", orders[run]);
    }
  }

  private static void forkJoin(Edges edges) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    warm(pool);
    boolean[] in = new boolean[2];
    pool.submit(
            () -> {
              Flag begun = new Flag();
              Flag marked = new Flag();
              StubHooks.mark("before fork");
              ForkJoinTask<?> child =
                  ForkJoinTask.adapt(
                          () -> {
                            in[0] = StubHooks.sees("before fork");
                            begun.up = true;
                            Edges.await(() -> marked.up);
                            StubHooks.mark("child");
                          })
                      .fork();
              Edges.await(() -> begun.up); // the other thread has it
              marked.up = true;
              child.join();
              in[1] = StubHooks.sees("child");
            })
        .get();
    edges.check("fork: order is missing", in[0]);
    edges.check("join: order is missing", in[1]);
    Flag ran = new Flag();
    pool.execute(
        () -> {
          StubHooks.mark("quiet");
          ran.up = true;
        });
    Edges.await(() -> ran.up); // else this thread would help and run it
    edges.check("is quiet", pool.awaitQuiescence(1, TimeUnit.MINUTES));
    edges.check("awaitQuiescence: order is missing", StubHooks.sees("quiet"));
    pool.shutdown();
    completers(edges);
  }

  private static void completers(Edges edges) throws Exception {
    boolean[] seen = new boolean[1];
    CountedCompleter<Void> parent =
        new Completer(null) {
          @Override
          public void onCompletion(CountedCompleter<?> caller) {
            seen[0] = StubHooks.sees("CountedCompleter");
          }
        };
    parent.setPendingCount(1);
    Completer first = new Completer(parent);
    Completer second = new Completer(parent);
    edges.order("CountedCompleter", first::tryComplete, second::tryComplete);
    edges.check("onCompletion: order is missing", seen[0]);
  }

  private static class Completer extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1L;

    Completer(CountedCompleter<?> parent) {
      super(parent);
    }

    @Override
    public void compute() {}
  }

  /** Two tasks wait for each other, not seen by the hooks. */
  private static final class CyclicFlags {
    private final Flag first = new Flag();
    private final Flag second = new Flag();
    private final AtomicBoolean taken = new AtomicBoolean();

    void meet() {
      boolean isFirst = taken.compareAndSet(false, true);
      (isFirst ? first : second).up = true;
      Edges.await(() -> (isFirst ? second : first).up);
    }
  }

  private static void streams(Edges edges) {
    StubHooks.mark("source");
    int wrong =
        IntStream.range(0, 500)
            .parallel()
            .map(
                i -> {
                  StubHooks.mark("leaf " + i);
                  return StubHooks.sees("source") ? 0 : 1;
                })
            .sum();
    edges.check("into parallel stream: order is missing", wrong == 0);
    for (int i = 0; i < 500; i++) {
      edges.check("out of parallel stream: order is missing", StubHooks.sees("leaf " + i));
    }
  }

  private static void timer(Edges edges) {
    Timer timer = new Timer(true);
    boolean[] in = new boolean[2];
    Flag ran = new Flag();
    StubHooks.mark("timer");
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            in[0] = StubHooks.sees("timer");
            in[1] = StubHooks.task() == this;
            ran.up = true;
          }
        };
    timer.schedule(task, 1);
    Edges.await(() -> ran.up);
    timer.cancel();
    edges.check("Timer: order is missing", in[0]);
    edges.check("Timer names the task", in[1]);
  }

  private static void publisher(Edges edges) throws Exception {
    boolean[] in = new boolean[1];
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>()) {
      Flag ran = new Flag();
      publisher.consume(
          item -> {
            in[0] = StubHooks.sees("item");
            ran.up = true;
          });
      StubHooks.mark("item");
      publisher.submit(new String("x"));
      Edges.await(() -> ran.up);
    }
    edges.check("SubmissionPublisher: order is missing", in[0]);
  }
}
