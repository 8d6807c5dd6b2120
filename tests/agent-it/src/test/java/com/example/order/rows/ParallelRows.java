package com.example.order.rows;

import static com.example.order.rows.ForkJoinRows.pooled;
import static com.example.order.rows.ForkJoinRows.task;
import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Table;
import java.util.Arrays;
import java.util.Timer;
import java.util.stream.IntStream;

/** E17 to E21: parallel streams and array operations, timers. */
final class ParallelRows {

  private ParallelRows() {}

  static void add(Table t) {
    streams(t);
    moreStreams(t);
    streamsNone(t);
    arrays(t);
    moreArrays(t);
    timers(t);
  }

  private static void streams(Table t) {
    t.clean(
        "E17",
        "into a parallel stream",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          m.first();
                          IntStream.range(0, 64)
                              .parallel()
                              .filter(i -> i == 33)
                              .forEach(i -> m.second());
                        })
                    .get()));
    t.clean(
        "E17",
        "out of a parallel stream",
        pooled(
            (m, p) -> {
              p.submit(
                      () -> {
                        IntStream.range(0, 64)
                            .parallel()
                            .filter(i -> i == 33)
                            .forEach(i -> m.first());
                        m.second();
                      })
                  .get();
            }));
    t.clean(
        "E17",
        "out of reduce",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          won(
                              IntStream.range(0, 64)
                                      .parallel()
                                      .peek(i -> onlyAt(33, i, m::first))
                                      .sum()
                                  > 0);
                          m.second();
                        })
                    .get()));
  }

  private static void moreStreams(Table t) {
    t.clean(
        "E17",
        "forEachOrdered, one element and a later one",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          IntStream.range(0, 64)
                              .parallel()
                              .forEachOrdered(
                                  i -> {
                                    onlyAt(3, i, m::first);
                                    onlyAt(60, i, m::second);
                                  });
                        })
                    .get()));
  }

  private static void onlyAt(int wanted, int i, Runnable body) {
    if (i == wanted) {
      body.run();
    }
  }

  private static void streamsNone(Table t) {
    t.racy(
        "E17",
        "forEach, two elements on two threads",
        pooled(
            (m, p) ->
                p.submit(
                        () ->
                            IntStream.range(0, 2)
                                .parallel()
                                .forEach(
                                    i -> {
                                      if (i == 0) {
                                        m.first();
                                        m.order().step();
                                        m.order().await(2);
                                      } else {
                                        m.order().await(1);
                                        m.second();
                                        m.order().step();
                                      }
                                    }))
                    .get()));
  }

  private static void arrays(Table t) {
    t.clean(
        "E18",
        "into parallelSetAll",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          m.first();
                          Arrays.parallelSetAll(
                              new int[64],
                              i -> {
                                onlyAt(40, i, m::second);
                                return i;
                              });
                        })
                    .get()));
    t.clean(
        "E18",
        "out of parallelSetAll",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          Arrays.parallelSetAll(
                              new int[64],
                              i -> {
                                onlyAt(40, i, m::first);
                                return i;
                              });
                          m.second();
                        })
                    .get()));
    t.clean(
        "E18",
        "out of parallelSort",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          Integer[] numbers =
                              IntStream.range(0, 20_000).boxed().toArray(Integer[]::new);
                          int[] calls = {0};
                          Arrays.parallelSort(
                              numbers,
                              (a, b) -> {
                                if (a + b == 1) {
                                  m.first();
                                }
                                return b - a;
                              });
                          m.check(calls[0] == 0);
                          m.second();
                        })
                    .get()));
  }

  private static void moreArrays(Table t) {
    t.clean(
        "E18",
        "out of parallelPrefix",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          Object[] objects = new Object[20_000];
                          Arrays.fill(objects, "x");
                          objects[0] = m;
                          Arrays.parallelPrefix(
                              objects,
                              (a, b) -> {
                                if (a == m) {
                                  m.first();
                                }
                                return b;
                              });
                          m.second();
                        })
                    .get()));
    t.clean("E19", "Gatherers.mapConcurrent", m -> Newer.play("MapConcurrent", m)).since(24);
  }

  private static void timers(Table t) {
    t.clean(
        "E21",
        "schedule, into the task",
        m -> {
          Timer timer = new Timer(true);
          m.together(
              () -> {
                m.first();
                timer.schedule(
                    task(
                        () -> {
                          m.second();
                          m.order().step();
                        }),
                    1);
                m.order().await(1);
              });
          timer.cancel();
        });
    t.clean(
        "E21",
        "one run, and the next",
        m -> {
          Timer timer = new Timer(true);
          int[] runs = new int[1];
          m.together(
              () -> {
                timer.schedule(
                    task(
                        () -> {
                          runs[0]++;
                          if (runs[0] == 1) {
                            m.first();
                          } else if (runs[0] == 3) {
                            m.second();
                            m.order().step();
                          }
                        }),
                    1,
                    1);
                m.order().await(1);
              });
          timer.cancel();
        });
    t.racy("E21", "two timers", () -> "", s -> ran(), s -> ran());
    keep(t);
  }

  private static void ran() {
    Timer timer = new Timer(true);
    timer.schedule(task(() -> {}), 60_000);
    timer.cancel();
  }
}
