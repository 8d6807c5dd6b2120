package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Script;
import com.example.order.Step;
import com.example.order.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** CF01 to CF09: {@code CompletableFuture}. */
final class CompletableRows {
  private CompletableRows() {}

  static void add(Table t) {
    results(t);
    failures(t);
    losers(t);
    async(t);
    delayed(t);
    copies(t);
  }

  static final Supplier<CompletableFuture<Object>> OPEN = CompletableFuture::new;

  static void order(
      Table t,
      String row,
      String what,
      Step<CompletableFuture<Object>> complete,
      Step<CompletableFuture<Object>> learn) {
    t.clean(row, what, OPEN, complete, learn);
  }

  private static void none(
      Table t,
      String row,
      String what,
      Step<CompletableFuture<Object>> complete,
      Step<CompletableFuture<Object>> learn) {
    t.racy(row, what, OPEN, complete, learn);
  }

  private static void results(Table t) {
    order(t, "CF01", "complete, then get", f -> won(f.complete("x")), f -> keep(f.get()));
    order(
        t,
        "CF01",
        "complete, then get with a limit",
        f -> won(f.complete("x")),
        f -> keep(f.get(1, TimeUnit.MINUTES)));
    order(t, "CF01", "complete, then join", f -> won(f.complete("x")), f -> keep(f.join()));
    order(
        t,
        "CF01",
        "complete, then getNow",
        f -> won(f.complete("x")),
        f -> won(f.getNow("y").equals("x")));
    order(t, "CF01", "complete, then isDone", f -> won(f.complete("x")), f -> won(f.isDone()));
    order(
        t,
        "CF01",
        "complete with null, then join",
        f -> won(f.complete(null)),
        f -> keep(f.join()));
    order(t, "CF01", "obtrudeValue, then join", f -> f.obtrudeValue("x"), f -> keep(f.join()));
    order(
        t,
        "CF01",
        "completeOnTimeout, then join",
        f -> f.completeOnTimeout("x", 1, TimeUnit.MILLISECONDS).join(),
        f -> keep(f.join()));
    order(t, "CF01", "by method references", f -> run(f::complete), CompletableFuture::join);
    t.meeting("CF01", "join that blocks", OPEN, f -> won(f.complete("x")), f -> keep(f.join()));
    none(
        t,
        "CF01",
        "another future",
        f -> f.complete("x"),
        f -> keep(CompletableFuture.completedFuture("y").join()));
    none(t, "CF01", "isDone is false", f -> keep(f.getNumberOfDependents()), f -> won(!f.isDone()));
    none(
        t,
        "CF01",
        "getNow gives the default",
        f -> keep(f.isDone()),
        f -> won(f.getNow("y").equals("y")));
  }

  static void run(java.util.function.Predicate<Object> complete) {
    won(complete.test("x"));
  }

  private static void failures(Table t) {
    order(
        t,
        "CF01",
        "completeExceptionally, then join",
        f -> f.completeExceptionally(new IllegalStateException()),
        CompletableRows::failed);
    order(
        t,
        "CF01",
        "completeExceptionally, then isCompletedExceptionally",
        f -> f.completeExceptionally(new IllegalStateException()),
        f -> won(f.isCompletedExceptionally()));
    order(t, "CF01", "cancel, then join", f -> f.cancel(false), CompletableRows::failed);
    order(t, "CF01", "cancel, then isCancelled", f -> f.cancel(false), f -> won(f.isCancelled()));
    order(
        t,
        "CF01",
        "obtrudeException, then get",
        f -> f.obtrudeException(new IllegalStateException()),
        f -> {
          try {
            keep(f.get());
            won(false);
          } catch (ExecutionException expected) {
            keep(expected);
          }
        });
  }

  private static void failed(CompletableFuture<Object> future) {
    try {
      keep(future.join());
      won(false);
    } catch (CompletionException | java.util.concurrent.CancellationException expected) {
      keep(expected);
    }
  }

  /** A future that the main thread completed beforehand. */
  static CompletableFuture<Object> done() {
    return CompletableFuture.completedFuture("x");
  }

  private static void losers(Table t) {
    t.racy(
        "CF06",
        "complete that loses",
        CompletableRows::done,
        f -> won(!f.complete("y")),
        f -> keep(f.join()));
    t.racy(
        "CF06",
        "completeExceptionally that loses",
        CompletableRows::done,
        f -> won(!f.completeExceptionally(new IllegalStateException())),
        f -> keep(f.join()));
    t.racy(
        "CF06",
        "cancel that loses",
        CompletableRows::done,
        f -> won(!f.cancel(true)),
        f -> keep(f.join()));
  }

  /** Completes in one thread what another's dependents were registered on before. */
  static Script dependent(BiFunction<CompletableFuture<Object>, Runnable, Object> register) {
    return m -> {
      CompletableFuture<Object> source = new CompletableFuture<>();
      m.inOrder(
          () -> keep(register.apply(source, m::second)),
          () -> {
            m.first();
            won(source.complete("x"));
          });
    };
  }

  /** Registers in one thread on what another completed before. */
  static Script late(BiFunction<CompletableFuture<Object>, Runnable, Object> register) {
    return m -> {
      CompletableFuture<Object> source = new CompletableFuture<>();
      m.inOrder(
          () -> {
            m.first();
            won(source.complete("x"));
          },
          () -> keep(register.apply(source, m::second)));
    };
  }

  static void stage(
      Table t, String name, BiFunction<CompletableFuture<Object>, Runnable, Object> register) {
    t.clean("CF02", name + ", registered before", dependent(register));
    t.clean("CF02", name + ", registered after", late(register));
  }

  static Object use(Runnable body) {
    body.run();
    return "y";
  }

  private static void async(Table t) {
    t.clean(
        "CF07",
        "supplyAsync, into the supplier",
        m ->
            m.together(
                () -> {
                  m.first();
                  CompletableFuture.supplyAsync(() -> use(m::second)).join();
                }));
    t.clean(
        "CF07",
        "supplyAsync, then join",
        m ->
            m.together(
                () -> {
                  CompletableFuture.supplyAsync(() -> use(m::first)).join();
                  m.second();
                }));
    t.clean(
        "CF07",
        "runAsync with an executor",
        m -> {
          Executor starting = task -> m.factory().newThread(task).start();
          m.together(
              () -> {
                m.first();
                CompletableFuture.runAsync(m::second, starting).join();
              });
        });
    t.clean(
        "CF07",
        "runAsync with an executor, then join",
        m -> {
          Executor starting = task -> m.factory().newThread(task).start();
          m.together(
              () -> {
                CompletableFuture.runAsync(m::first, starting).join();
                m.second();
              });
        });
  }

  private static void delayed(Table t) {
    t.clean(
        "CF08",
        "orTimeout keeps the source's order",
        dependent((f, b) -> f.orTimeout(1, TimeUnit.MINUTES).thenRun(b)));
    t.clean(
        "CF08",
        "delayedExecutor, into the task",
        m ->
            m.together(
                () -> {
                  m.first();
                  CompletableFuture.runAsync(
                          m::second, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS))
                      .join();
                }));
    t.clean(
        "CF08",
        "completeOnTimeout, caller into the dependent",
        m ->
            m.together(
                () -> {
                  CompletableFuture<Object> future = new CompletableFuture<>();
                  m.first();
                  future.completeOnTimeout("x", 1, TimeUnit.MILLISECONDS).thenRun(m::second).join();
                }));
  }

  private static void copies(Table t) {
    stage(t, "copy", (f, b) -> f.copy().thenRun(b));
    t.clean("CF09", "copy", dependent((f, b) -> f.copy().thenRun(b)));
    t.clean(
        "CF09",
        "minimalCompletionStage",
        dependent(
            (f, b) -> {
              CompletionStage<Object> stage = f.minimalCompletionStage();
              return stage.thenRun(b);
            }));
    t.clean(
        "CF09",
        "inner stage of thenCompose",
        m -> {
          CompletableFuture<Object> inner = new CompletableFuture<>();
          CompletableFuture<Object> outer = done().thenCompose(x -> inner);
          m.inOrder(
              () -> {
                m.first();
                won(inner.complete("z"));
              },
              () -> {
                keep(List.of(outer.join()));
                m.second();
              });
        });
  }
}
