package com.example.order.rows;

import static com.example.order.rows.ExecutorRows.callable;
import static com.example.order.rows.ExecutorRows.done;
import static com.example.order.rows.ExecutorRows.pooled;
import static com.example.order.rows.ExecutorRows.secondly;
import static com.example.order.rows.ExecutorRows.submit;
import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Script;
import com.example.order.Table;
import com.example.order.rows.ExecutorRows.Learn;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** E02 to E05: tasks and their results. */
final class FutureRows {

  private FutureRows() {}

  static void add(Table t) {
    submit(t);
    all(t);
    timedOut(t);
    done(t);
    cancelled(t);
  }

  private static void all(Table t) {
    t.clean(
        "E02",
        "invokeAll, into the task",
        pooled(
            (p, m) -> {
              m.first();
              p.invokeAll(List.of(secondly(m)));
            }));
    t.clean(
        "E02",
        "invokeAll, then its return",
        pooled(
            (p, m) -> {
              p.invokeAll(List.of(callable(m)));
              m.second();
            }));
    t.clean(
        "E02",
        "invokeAny, into the task",
        pooled(
            (p, m) -> {
              m.first();
              p.invokeAny(List.of(secondly(m)));
            }));
    t.clean(
        "E02",
        "invokeAny, then its return",
        pooled(
            (p, m) -> {
              p.invokeAny(List.of(callable(m)));
              m.second();
            }));
  }

  /** While the task is not over. */
  private static Script unfinished(Learn learn) {
    return pooled(
        (p, m) -> {
          Future<?> future =
              p.submit(
                  () -> {
                    m.first();
                    m.order().step();
                    m.order().await(2);
                  });
          m.order().await(1);
          learn.from(future);
          m.second();
          m.order().step();
        });
  }

  private static void timedOut(Table t) {
    t.racy(
        "E03",
        "get timed out",
        unfinished(
            f -> {
              try {
                keep(f.get(1, TimeUnit.MICROSECONDS));
                won(false);
              } catch (TimeoutException expected) {
                keep(expected);
              }
            }));
    t.racy("E03", "isDone is false", unfinished(f -> won(!f.isDone())));
    t.racy(
        "E05",
        "cancelled while it runs",
        unfinished(
            f -> {
              won(f.cancel(false));
              try {
                keep(f.get());
                won(false);
              } catch (CancellationException expected) {
                keep(expected);
              }
            }));
    t.racy(
        "E05",
        "cancelled while it runs, isDone",
        unfinished(f -> won(f.cancel(false) && f.isDone())));
  }

  private static void cancelled(Table t) {
    t.clean(
        "E05",
        "canceller, then get",
        m -> {
          FutureTask<Object> task = new FutureTask<>(() -> "never");
          m.inOrder(
              () -> {
                m.first();
                task.cancel(true);
              },
              () -> {
                try {
                  keep(task.get());
                  m.check(false);
                } catch (CancellationException expected) {
                  m.second();
                }
              });
        });
    t.clean(
        "E04",
        "canceller, then isCancelled",
        () -> new FutureTask<>(() -> "never"),
        f -> f.cancel(false),
        f -> won(f.isCancelled()));
  }
}
