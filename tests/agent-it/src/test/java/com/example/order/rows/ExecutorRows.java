package com.example.order.rows;

import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Meeting;
import com.example.order.Script;
import com.example.order.Table;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** E01 to E12, E20: executors and futures. */
final class ExecutorRows {
  private ExecutorRows() {}

  static void add(Table t) {
    execute(t);
    moreExecute(t);
    terminated(t);
    worker(t);
    perTask(t);
  }

  /** What is done with a pool. */
  interface Use {
    void of(ExecutorService pool, Meeting m) throws Throwable;
  }

  /** In a thread of its own with a pool of one thread, which ends with it. */
  static Script pooled(Use use) {
    return pooledBy(1, use);
  }

  static Script pooledBy(int threads, Use use) {
    return m -> {
      ExecutorService pool = m.pool(threads);
      m.together(() -> use.of(pool, m));
      pool.shutdownNow();
      m.check(pool.awaitTermination(30, TimeUnit.SECONDS));
    };
  }

  static void execute(Table t) {
    t.clean(
        "E01",
        "execute",
        pooled(
            (p, m) -> {
              m.first();
              p.execute(m.guarded(m::second));
            }));
    t.clean(
        "E01",
        "execute by a method reference",
        pooled(
            (p, m) -> {
              m.first();
              Executor executor = p::execute;
              executor.execute(m.guarded(m::second));
            }));
    t.clean(
        "E01",
        "an executor that runs at once",
        m -> {
          Executor direct = Runnable::run;
          m.together(
              () -> {
                m.first();
                direct.execute(m::second);
              });
        });
    t.clean(
        "E01",
        "an executor that starts a thread",
        m -> {
          Executor starting = task -> m.factory().newThread(task).start();
          m.together(
              () -> {
                m.first();
                starting.execute(
                    m.guarded(
                        () -> {
                          m.second();
                          m.order().step();
                        }));
                m.order().await(1);
              });
        });
  }

  private static void moreExecute(Table t) {
    t.clean(
        "E01",
        "delegating service",
        m -> {
          ExecutorService pool = Executors.unconfigurableExecutorService(m.pool(1));
          m.together(
              () -> {
                m.first();
                pool.execute(m.guarded(m::second));
              });
          pool.shutdown();
          pool.awaitTermination(30, TimeUnit.SECONDS);
        });
    t.racy(
        "E01",
        "access after execute",
        pooled(
            (p, m) -> {
              p.execute(
                  m.guarded(
                      () -> {
                        m.order().await(1);
                        m.second();
                        m.order().step();
                      }));
              m.first();
              m.order().step();
              m.order().await(2);
            }));
  }

  static void submit(Table t) {
    t.clean(
        "E02",
        "submit, into the task",
        pooled(
            (p, m) -> {
              m.first();
              keep(p.submit(m::second).get());
            }));
    t.clean(
        "E02",
        "task, then get",
        pooled(
            (p, m) -> {
              keep(p.submit(m::first).get());
              m.second();
            }));
    t.clean(
        "E02",
        "callable, then get with a limit",
        pooled(
            (p, m) -> {
              keep(p.submit(callable(m)).get(1, TimeUnit.MINUTES));
              m.second();
            }));
    t.clean(
        "E02",
        "task that throws, then get",
        pooled(
            (p, m) -> {
              Future<?> future = p.submit(failing(m));
              try {
                keep(future.get());
                m.check(false);
              } catch (ExecutionException expected) {
                m.second();
              }
            }));
    t.clean(
        "E02",
        "a third thread's get",
        pooled(
            (p, m) -> {
              Future<?> future = p.submit(m::first);
              Thread third =
                  m.thread(
                      () -> {
                        keep(future.get());
                        m.second();
                      });
              third.start();
              m.end(third);
            }));
  }

  static Callable<Object> callable(Meeting m) {
    return () -> {
      m.first();
      return "done";
    };
  }

  static Callable<Object> failing(Meeting m) {
    return () -> {
      m.first();
      throw new IllegalStateException("on purpose");
    };
  }

  static Callable<Object> secondly(Meeting m) {
    return () -> {
      m.second();
      return "done";
    };
  }

  /** How a thread learns of a result. */
  interface Learn {
    void from(Future<?> future) throws Throwable;
  }

  static Script finished(Learn learn) {
    return pooled(
        (p, m) -> {
          Future<?> future = p.submit(m::first);
          learn.from(future);
          m.second();
        });
  }

  static void done(Table t) {
    t.clean(
        "E04",
        "isDone",
        finished(
            f -> {
              while (!f.isDone()) {
                Thread.onSpinWait();
              }
            }));
    t.clean("E04", "resultNow", m -> Newer.play("ResultNow", m)).since(19);
    t.clean("E04", "state", m -> Newer.play("FutureState", m)).since(19);
  }

  static void terminated(Table t) {
    t.clean(
        "E06",
        "awaitTermination",
        ended((p, m) -> m.check(p.awaitTermination(1, TimeUnit.MINUTES))));
    t.clean(
        "E06",
        "isTerminated",
        ended(
            (p, m) -> {
              while (!p.isTerminated()) {
                Thread.onSpinWait();
              }
            }));
    t.clean("E06", "close", m -> Newer.play("ClosedPool", m)).since(19);
    t.racy(
        "E06",
        "awaitTermination timed out",
        running(
            (p, m) -> {
              p.shutdown();
              m.check(!p.awaitTermination(1, TimeUnit.MICROSECONDS));
            }));
    t.racy("E07", "shutdown", running((p, m) -> p.shutdown()));
    t.racy(
        "E07",
        "shutdownNow and isShutdown",
        running((p, m) -> m.check(p.shutdownNow().isEmpty() && p.isShutdown())));
    t.racy("E06", "isTerminated is false", running((p, m) -> m.check(!p.isTerminated())));
  }

  static Script ended(Use use) {
    return pooledBy(
        2,
        (p, m) -> {
          p.execute(m.guarded(m::first));
          p.shutdown();
          use.of(p, m);
          m.second();
        });
  }

  static Script running(Use use) {
    return pooled(
        (p, m) -> {
          p.execute(
              m.guarded(
                  () -> {
                    m.first();
                    m.order().step();
                    m.order().await(2);
                  }));
          m.order().await(1);
          use.of(p, m);
          m.second();
          m.order().step();
        });
  }

  private static void worker(Table t) {
    t.racy(
        "E08",
        "two tasks on two workers",
        pooledBy(
            2,
            (p, m) -> {
              p.execute(
                  m.guarded(
                      () -> {
                        m.first();
                        m.order().step();
                        m.order().await(2);
                      }));
              p.execute(
                  m.guarded(
                      () -> {
                        m.order().await(1);
                        m.second();
                        m.order().step();
                      }));
              m.order().await(2);
            }));
    t.clean(
        "E08",
        "two tasks of a single thread",
        m -> {
          ExecutorService single = Executors.newSingleThreadExecutor(m.factory());
          m.inOrder(
              () -> single.execute(m.guarded(m::first)),
              () -> single.execute(m.guarded(m::second)));
          single.shutdown();
          m.check(single.awaitTermination(30, TimeUnit.SECONDS));
        });
  }

  private static void perTask(Table t) {
    t.clean("E20", "virtual thread per task, into it", m -> Newer.play("PerTask", m)).since(21);
    t.clean("E20", "virtual thread per task, then get", m -> Newer.play("PerTaskGet", m)).since(21);
    t.clean("E20", "virtual thread per task, then close", m -> Newer.play("PerTaskClose", m))
        .since(21);
    t.racy("E20", "two tasks of it", m -> Newer.play("PerTaskTwo", m)).since(21);
  }
}
