package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;

import com.example.order.Meeting;
import com.example.order.Script;
import com.example.order.Table;
import java.util.TimerTask;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;

/** E13 to E19, E21: fork/join, parallel streams and array operations, timers. */
final class ForkJoinRows {
  private ForkJoinRows() {}

  static void add(Table t) {
    forks(t);
    joins(t);
    moreJoins(t);
    completers(t);
    pools(t);
  }

  /** A task from a body. */
  static final class Action extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final transient Runnable body;

    Action(Runnable body) {
      this.body = body;
    }

    @Override
    protected void compute() {
      body.run();
    }
  }

  /** Runs in a pool of its own, so that what is done there is done by its workers. */
  interface Inside {
    void run(Meeting m, ForkJoinPool pool) throws Throwable;
  }

  static Script pooled(Inside inside) {
    return m -> {
      ForkJoinPool pool = new ForkJoinPool(3);
      m.together(() -> inside.run(m, pool));
      pool.shutdown();
      m.check(pool.awaitTermination(30, TimeUnit.SECONDS));
    };
  }

  private static void forks(Table t) {
    t.clean(
        "E13",
        "execute, into the task",
        pooled(
            (m, p) -> {
              m.first();
              p.execute(m.guarded(m::second));
            }));
    t.clean(
        "E13",
        "submit, into the task",
        pooled(
            (m, p) -> {
              m.first();
              p.submit(new Action(m::second)).join();
            }));
    t.clean(
        "E13",
        "fork, into the task",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          m.first();
                          ForkJoinTask<?> forked = new Action(onAnother(m, m::second)).fork();
                          m.order().await(1);
                          forked.join();
                        })
                    .get()));
    t.racy(
        "E13",
        "access after fork",
        pooled(
            (m, p) ->
                p.submit(
                        () -> {
                          ForkJoinTask<?> forked =
                              new Action(
                                      onAnother(
                                          m,
                                          () -> {
                                            m.order().await(2);
                                            m.second();
                                            m.order().step();
                                          }))
                                  .fork();
                          m.order().await(1);
                          m.first();
                          m.order().step();
                          m.order().await(3);
                          forked.join();
                        })
                    .get()));
  }

  /** Tells that it runs on another thread, before the body does. */
  private static Runnable onAnother(Meeting m, Runnable body) {
    return () -> {
      m.order().step();
      body.run();
    };
  }

  /** How a thread learns of the end of a task. */
  private interface Learn {
    void of(ForkJoinTask<?> task) throws Throwable;
  }

  private static Script ended(Learn learn) {
    return pooled(
        (m, p) -> {
          ForkJoinTask<?> task = p.submit(new Action(m::first));
          learn.of(task);
          m.second();
        });
  }

  private static void joins(Table t) {
    t.clean("E13", "join", ended(f -> f.join()));
    t.clean("E13", "get", ended(f -> f.get()));
    t.clean("E13", "get with a limit", ended(f -> f.get(1, TimeUnit.MINUTES)));
    t.clean("E13", "quietlyJoin", ended(f -> f.quietlyJoin()));
    t.clean(
        "E13",
        "isDone",
        ended(
            f -> {
              while (!f.isDone()) {
                Thread.onSpinWait();
              }
            }));
    t.clean(
        "E13",
        "invoke",
        pooled(
            (m, p) -> {
              p.invoke(new Action(m::first));
              m.second();
            }));
    t.clean(
        "E13",
        "invokeAll",
        pooled(
            (m, p) ->
                p.invoke(
                    new Action(
                        () -> {
                          ForkJoinTask.invokeAll(new Action(() -> {}), new Action(m::first));
                          m.second();
                        }))));
    t.clean(
        "E13",
        "adapted callable",
        pooled(
            (m, p) -> {
              p.submit(ForkJoinTask.adapt(ExecutorRows.callable(m))).get();
              m.second();
            }));
  }

  private static void moreJoins(Table t) {
    t.racy(
        "E13",
        "isDone is false",
        pooled(
            (m, p) -> {
              ForkJoinTask<?> task =
                  p.submit(
                      new Action(
                          () -> {
                            m.first();
                            m.order().step();
                            m.order().await(2);
                          }));
              m.order().await(1);
              m.check(!task.isDone());
              m.second();
              m.order().step();
            }));
    t.clean(
        "E15",
        "tag set, then seen",
        () -> new Action(() -> {}),
        f -> f.setForkJoinTaskTag((short) 1),
        f -> won(f.compareAndSetForkJoinTaskTag((short) 1, (short) 2)));
    t.clean(
        "E15",
        "tag set, then get",
        () -> new Action(() -> {}),
        f -> won(f.compareAndSetForkJoinTaskTag((short) 0, (short) 1)),
        f -> won(f.getForkJoinTaskTag() == 1));
  }

  /** A parent whose completion waits for its children. */
  private static final class Parent extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1;
    private final transient Runnable child;
    private final transient Runnable after;

    Parent(Runnable child, Runnable after) {
      this.child = child;
      this.after = after;
    }

    @Override
    public void compute() {
      setPendingCount(2);
      new Child(this, child).fork();
      new Child(this, () -> {}).fork();
      tryComplete();
    }

    @Override
    public void onCompletion(CountedCompleter<?> caller) {
      after.run();
    }
  }

  /** One of its children. */
  private static final class Child extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1;
    private final transient Runnable body;

    Child(CountedCompleter<?> parent, Runnable body) {
      super(parent);
      this.body = body;
    }

    @Override
    public void compute() {
      body.run();
      propagateCompletion();
    }
  }

  private static void completers(Table t) {
    t.clean(
        "E14",
        "child, then onCompletion",
        pooled((m, p) -> p.invoke(new Parent(m::first, m::second))));
    t.clean(
        "E14",
        "child, then the end of the parent",
        pooled(
            (m, p) -> {
              p.invoke(new Parent(m::first, () -> {}));
              m.second();
            }));
    t.racy(
        "E14",
        "two children",
        pooled(
            (m, p) -> {
              ForkJoinTask<?> task = p.submit(new TwoChildren(m));
              m.order().await(2);
              task.join();
            }));
  }

  /** Children that run at the same time. */
  private static final class TwoChildren extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1;
    private final transient Meeting m;

    TwoChildren(Meeting m) {
      this.m = m;
    }

    @Override
    public void compute() {
      setPendingCount(2);
      new Child(
              this,
              () -> {
                m.first();
                m.order().step();
                m.order().await(2);
              })
          .fork();
      new Child(
              this,
              () -> {
                m.order().await(1);
                m.second();
                m.order().step();
              })
          .fork();
      tryComplete();
    }
  }

  private static void pools(Table t) {
    t.clean(
        "E16",
        "common pool: task, then join",
        m ->
            m.together(
                () -> {
                  ForkJoinPool.commonPool().submit(new Action(m::first)).join();
                  m.second();
                }));
    t.clean(
        "E16",
        "awaitQuiescence",
        pooled(
            (m, p) -> {
              p.execute(m.guarded(m::first));
              m.check(p.awaitQuiescence(1, TimeUnit.MINUTES));
              m.second();
            }));
    t.clean(
        "E06",
        "fork/join pool, awaitTermination",
        pooled(
            (m, p) -> {
              p.execute(m.guarded(m::first));
              p.shutdown();
              m.check(p.awaitTermination(1, TimeUnit.MINUTES));
              m.second();
            }));
    t.clean("E16", "delayed task, into it", m -> Newer.play("DelayedForkJoin", m)).since(25);
    t.clean("E16", "delayed task, then get", m -> Newer.play("DelayedForkJoinGet", m)).since(25);
  }

  static TimerTask task(Runnable body) {
    return new TimerTask() {
      @Override
      public void run() {
        body.run();
      }
    };
  }
}
