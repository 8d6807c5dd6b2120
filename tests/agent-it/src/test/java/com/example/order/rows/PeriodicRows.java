package com.example.order.rows;

import static com.example.order.rows.ExecutorRows.callable;
import static com.example.order.rows.ExecutorRows.pooled;
import static com.example.order.rows.ExecutorRows.secondly;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Script;
import com.example.order.Table;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** E09 to E12: hooks of pools, periodic tasks, completion services. */
final class PeriodicRows {

  private PeriodicRows() {}

  static void add(Table t) {
    hooks(t);
    periodic(t);
    services(t);
    futureTasks(t);
  }

  private static void hooks(Table t) {
    t.clean(
        "E09",
        "beforeExecute, task, afterExecute",
        m -> {
          ThreadPoolExecutor pool =
              new ThreadPoolExecutor(
                  1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), m.factory()) {
                @Override
                protected void beforeExecute(Thread thread, Runnable task) {
                  m.first();
                }

                @Override
                protected void terminated() {
                  m.second();
                }
              };
          m.together(() -> pool.execute(() -> {}));
          pool.shutdown();
          m.check(pool.awaitTermination(30, TimeUnit.SECONDS));
        });
    t.clean(
        "E09",
        "the caller runs the task",
        m -> {
          ThreadPoolExecutor pool =
              new ThreadPoolExecutor(
                  1,
                  1,
                  1,
                  TimeUnit.SECONDS,
                  new SynchronousQueue<>(),
                  m.factory(),
                  new ThreadPoolExecutor.CallerRunsPolicy());
          m.together(
              () -> {
                pool.execute(m.guarded(() -> m.order().await(1)));
                m.first();
                pool.execute(m.guarded(m::second));
                m.order().step();
              });
          pool.shutdown();
          m.check(pool.awaitTermination(30, TimeUnit.SECONDS));
        });
  }

  private static void periodic(Table t) {
    t.clean(
        "E10",
        "one run, and the next",
        scheduled((p, runs) -> p.scheduleAtFixedRate(runs, 0, 1, TimeUnit.MICROSECONDS)));
    t.clean(
        "E10",
        "with a delay",
        scheduled((p, runs) -> p.scheduleWithFixedDelay(runs, 0, 1, TimeUnit.MICROSECONDS)));
    t.clean(
        "E10",
        "schedule, into the task",
        m -> {
          ScheduledExecutorService pool = new ScheduledThreadPoolExecutor(1, m.factory());
          m.together(
              () -> {
                m.first();
                keep(pool.schedule(m::second, 1, TimeUnit.MICROSECONDS).get());
              });
          pool.shutdown();
        });
    t.clean(
        "E10",
        "scheduled task, then get",
        m -> {
          ScheduledExecutorService pool = new ScheduledThreadPoolExecutor(1, m.factory());
          m.together(
              () -> {
                keep(pool.schedule(callable(m), 1, TimeUnit.MICROSECONDS).get());
                m.second();
              });
          pool.shutdown();
        });
  }

  /** Schedules a task again and again. */
  private interface Schedule {
    void on(ScheduledExecutorService pool, Runnable runs);
  }

  /** A plain count of runs, which periodic tasks may keep on whatever threads. */
  private static final class Count {
    private int runs;
  }

  private static Script scheduled(Schedule schedule) {
    return m -> {
      ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(3, m.factory());
      Count count = new Count();
      Runnable runs =
          () -> {
            count.runs++;
            if (count.runs == 1) {
              m.first();
            } else if (count.runs == 20) {
              m.second();
              m.order().step();
            }
          };
      m.together(
          () -> {
            schedule.on(pool, runs);
            m.order().await(1);
          });
      pool.shutdownNow();
      m.check(pool.awaitTermination(30, TimeUnit.SECONDS));
    };
  }

  private static void services(Table t) {
    t.clean(
        "E11",
        "submit, into the task",
        pooled(
            (p, m) -> {
              m.first();
              keep(new ExecutorCompletionService<Object>(p).submit(secondly(m)).get());
            }));
    t.clean(
        "E11",
        "task, then take",
        pooled(
            (p, m) -> {
              ExecutorCompletionService<Object> service = new ExecutorCompletionService<>(p);
              service.submit(callable(m));
              service.take();
              m.second();
            }));
    t.clean(
        "E11",
        "task, then poll",
        pooled(
            (p, m) -> {
              ExecutorCompletionService<Object> service = new ExecutorCompletionService<>(p);
              service.submit(callable(m));
              while (service.poll() == null) {
                Thread.onSpinWait();
              }
              m.second();
            }));
    t.racy(
        "E11",
        "poll is null",
        pooled(
            (p, m) -> {
              ExecutorCompletionService<Object> service = new ExecutorCompletionService<>(p);
              service.submit(
                  () -> {
                    m.first();
                    m.order().step();
                    m.order().await(2);
                    return "done";
                  });
              m.order().await(1);
              m.check(service.poll() == null);
              m.second();
              m.order().step();
            }));
  }

  private static void futureTasks(Table t) {
    t.clean(
        "E12",
        "run, then get",
        m -> {
          FutureTask<Object> task = new FutureTask<>(callable(m));
          m.inOrder(
              task::run,
              () -> {
                keep(task.get());
                m.second();
              });
        });
    t.clean(
        "E12",
        "done",
        m -> {
          FutureTask<Object> task =
              new FutureTask<>(callable(m)) {
                @Override
                protected void done() {
                  m.second();
                }
              };
          m.together(task::run);
        });
    t.racy(
        "E12",
        "another task",
        () -> new FutureTask<>(() -> "x"),
        f -> f.run(),
        f -> new FutureTask<>(() -> "y").run());
  }
}
