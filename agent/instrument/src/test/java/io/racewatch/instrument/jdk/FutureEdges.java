package io.racewatch.instrument.jdk;

import io.racewatch.instrument.jdk.SynchronizerEdges.Flag;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** FutureTask and CompletableFuture. */
final class FutureEdges {
  private FutureEdges() {}

  static void run(Edges edges) throws Exception {
    futureTasks(edges);
    cancelled(edges);
    completed(edges);
    dependents(edges);
  }

  private static void futureTasks(Edges edges) throws Exception {
    FutureTask<Integer> task = new FutureTask<>(() -> 1);
    edges.order("FutureTask.get", task::run, task::get);
    FutureTask<Integer> failing =
        new FutureTask<>(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    edges.order("FutureTask.get that throws", failing::run, () -> swallow(failing::get));
    FutureTask<Integer> never = new FutureTask<>(() -> 1);
    edges.noOrder(
        "FutureTask.get out of time",
        () -> {},
        () -> swallow(() -> never.get(1, TimeUnit.MILLISECONDS)));
    edges.noOrder("FutureTask.isDone is false", () -> {}, never::isDone);
  }

  private static void cancelled(Edges edges) throws Exception {
    FutureTask<Integer> task = new FutureTask<>(() -> 1);
    edges.order("FutureTask.cancel", () -> task.cancel(true), () -> swallow(task::get));
    Flag runs = new Flag();
    Flag goOn = new Flag();
    FutureTask<Integer> body =
        new FutureTask<>(
            () -> {
              runs.up = true;
              Edges.await(() -> goOn.up);
              return 1;
            });
    Thread canceller =
        new Thread(
            () -> {
              Edges.await(() -> runs.up);
              body.cancel(false);
              goOn.up = true;
            });
    canceller.start();
    edges.noOrder("body of a cancelled FutureTask", body::run, () -> swallow(body::get));
    canceller.join();
  }

  private static void completed(Edges edges) throws Exception {
    CompletableFuture<String> future = new CompletableFuture<>();
    edges.order("CompletableFuture.get", () -> future.complete("x"), future::get);
    edges.noOrder("complete that loses", () -> future.complete("y"), future::get);
    CompletableFuture<String> nothing = new CompletableFuture<>();
    edges.order("complete with null", () -> nothing.complete(null), nothing::isDone);
    CompletableFuture<String> failed = new CompletableFuture<>();
    edges.order(
        "completeExceptionally",
        () -> failed.completeExceptionally(new IllegalStateException("on purpose")),
        () -> swallow(failed::join));
    CompletableFuture<String> never = new CompletableFuture<>();
    edges.noOrder("getNow of none", () -> {}, () -> never.getNow("z"));
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    edges.order("cancel", () -> cancelled.cancel(true), () -> swallow(cancelled::get));
  }

  private static void dependents(Edges edges) throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    edges.order(
        "completion before registration",
        () -> source.complete("x"),
        () ->
            source.thenAccept(
                v -> edges.check("thenAccept", StubHooks.sees("completion before registration"))));
    CompletableFuture<String> later = new CompletableFuture<>();
    boolean[] seen = new boolean[1];
    edges.noOrder(
        "registration alone",
        () -> later.thenAccept(v -> seen[0] = StubHooks.sees("registration alone")),
        () -> {});
    later.complete("x");
    edges.check("registration: order is missing", seen[0]);
    CompletableFuture<String> a = new CompletableFuture<>();
    CompletableFuture<String> b = new CompletableFuture<>();
    CompletableFuture<Void> both = CompletableFuture.allOf(a, b);
    edges.order(
        "allOf",
        () -> a.complete("x"),
        () -> {
          b.complete("y");
          both.join();
        });
    CompletableFuture<String> won = new CompletableFuture<>();
    CompletableFuture<Object> any = CompletableFuture.anyOf(won, new CompletableFuture<>());
    edges.order("anyOf", () -> won.complete("x"), any::join);
    edges.order(
        "thenApplyAsync",
        () -> {},
        () -> {
          StubHooks.mark("thenApplyAsync");
          CompletableFuture.supplyAsync(() -> 1)
              .thenApplyAsync(v -> StubHooks.sees("thenApplyAsync"))
              .thenAccept(v -> edges.check("async chain: order is missing", v))
              .get();
        });
  }

  private static void swallow(Edges.Action action) throws Exception {
    try {
      action.run();
    } catch (java.util.concurrent.ExecutionException
        | java.util.concurrent.CompletionException
        | CancellationException
        | TimeoutException e) {
      // Expected: the order is what counts.
    }
  }
}
