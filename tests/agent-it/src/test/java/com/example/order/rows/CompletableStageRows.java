package com.example.order.rows;

import static com.example.order.rows.CompletableRows.dependent;
import static com.example.order.rows.CompletableRows.done;
import static com.example.order.rows.CompletableRows.late;
import static com.example.order.rows.CompletableRows.stage;
import static com.example.order.rows.CompletableRows.use;
import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.HiddenRwIgnored;
import com.example.order.Meeting;
import com.example.order.Script;
import com.example.order.Table;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** CF02 to CF05: stages and their dependents. */
final class CompletableStageRows {

  private CompletableStageRows() {}

  static void add(Table t) {
    stages(t);
    failedStages(t);
    registrations(t);
    both(t);
    either(t);
  }

  private static void stages(Table t) {
    stage(t, "thenApply", (f, b) -> f.thenApply(x -> use(b)));
    stage(t, "thenAccept", (f, b) -> f.thenAccept(x -> b.run()));
    stage(t, "thenRun", (f, b) -> f.thenRun(b));
    stage(
        t, "thenCompose", (f, b) -> f.thenCompose(x -> CompletableFuture.completedFuture(use(b))));
    stage(t, "handle", (f, b) -> f.handle((x, e) -> use(b)));
    stage(t, "whenComplete", (f, b) -> f.whenComplete((x, e) -> b.run()));
    t.clean(
        "CF02",
        "thenApplyAsync, registered after",
        late((f, b) -> f.thenApplyAsync(x -> use(b)).join()));
    t.clean("CF02", "thenApplyAsync, registered before", CompletableStageRows::asyncBefore);
    stage(t, "thenApply of thenApply", (f, b) -> f.thenApply(x -> x).thenApply(x -> use(b)));
  }

  private static void asyncBefore(Meeting m) throws Throwable {
    CompletableFuture<Object> source = new CompletableFuture<>();
    HiddenRwIgnored<CompletableFuture<Object>> dependent = new HiddenRwIgnored<>();
    m.inOrder(
        () -> dependent.set(source.thenApplyAsync(x -> use(m::second))),
        () -> {
          m.first();
          won(source.complete("x"));
        },
        () -> keep(dependent.get().join()));
  }

  private static void failedStages(Table t) {
    t.clean("CF02", "exceptionally", m -> failedBefore(m, (f, b) -> f.exceptionally(e -> use(b))));
    t.clean(
        "CF02",
        "exceptionallyCompose",
        m ->
            failedBefore(
                m,
                (f, b) -> f.exceptionallyCompose(e -> CompletableFuture.completedFuture(use(b)))));
    t.clean(
        "CF02", "handle of a failure", m -> failedBefore(m, (f, b) -> f.handle((x, e) -> use(b))));
  }

  private static void failedBefore(
      Meeting m, BiFunction<CompletableFuture<Object>, Runnable, Object> register)
      throws Throwable {
    CompletableFuture<Object> source = new CompletableFuture<>();
    m.inOrder(
        () -> keep(register.apply(source, m::second)),
        () -> {
          m.first();
          won(source.completeExceptionally(new IllegalStateException("on purpose")));
        });
  }

  private static void registrations(Table t) {
    t.clean(
        "CF03",
        "registration, into the dependent run by the completing thread",
        m -> {
          CompletableFuture<Object> source = new CompletableFuture<>();
          m.inOrder(
              () -> {
                m.first();
                source.thenRun(m::second);
              },
              () -> won(source.complete("x")));
        });
    t.clean(
        "CF03",
        "registration, into an asynchronous dependent",
        m -> {
          CompletableFuture<Object> source = new CompletableFuture<>();
          m.inOrder(
              () -> {
                m.first();
                source.thenRunAsync(
                    m.guarded(
                        () -> {
                          m.second();
                          m.order().step();
                        }));
              },
              () -> {
                won(source.complete("x"));
                m.order().await(2);
              });
        });
    t.racy(
        "CF03",
        "access after the registration",
        m -> {
          CompletableFuture<Object> source = new CompletableFuture<>();
          m.inOrder(
              () -> {
                source.thenRun(m::second);
                m.first();
              },
              () -> won(source.complete("x")));
        });
  }

  /** Two sources: the first thread completes one, another thread the other. */
  private static Script two(Combine combine) {
    return m -> {
      CompletableFuture<Object> left = new CompletableFuture<>();
      CompletableFuture<Object> right = new CompletableFuture<>();
      m.inOrder(
          () -> keep(combine.of(left, right, m::second)),
          () -> {
            m.first();
            won(left.complete("x"));
          },
          () -> won(right.complete("y")));
    };
  }

  /** Registers a dependent of two. */
  private interface Combine {
    Object of(CompletableFuture<Object> left, CompletableFuture<Object> right, Runnable body);
  }

  private static void both(Table t) {
    t.clean("CF04", "thenCombine", two((l, r, b) -> l.thenCombine(r, (x, y) -> use(b))));
    t.clean(
        "CF04", "thenCombine, the other way", two((l, r, b) -> r.thenCombine(l, (x, y) -> use(b))));
    t.clean("CF04", "thenAcceptBoth", two((l, r, b) -> l.thenAcceptBoth(r, (x, y) -> b.run())));
    t.clean("CF04", "runAfterBoth", two((l, r, b) -> r.runAfterBoth(l, b)));
    t.clean("CF04", "allOf", two((l, r, b) -> CompletableFuture.allOf(l, r).thenRun(b)));
    t.clean(
        "CF04",
        "allOf of three",
        two((l, r, b) -> CompletableFuture.allOf(r, done(), l).thenRun(b)));
    t.clean(
        "CF04",
        "allOf, then join",
        m -> {
          CompletableFuture<Object> left = new CompletableFuture<>();
          CompletableFuture<Object> right = new CompletableFuture<>();
          m.inOrder(
              () -> {
                m.first();
                won(left.complete("x"));
              },
              () -> won(right.complete("y")),
              () -> {
                CompletableFuture.allOf(left, right).join();
                m.second();
              });
        });
  }

  /** The second source wins, the first comes later; or the other way round. */
  private static Script eitherOf(boolean firstWins, Combine combine) {
    return m -> {
      CompletableFuture<Object> winner = new CompletableFuture<>();
      CompletableFuture<Object> loser = new CompletableFuture<>();
      CompletableFuture<Object> mine = firstWins ? winner : loser;
      m.inOrder(
          () -> {
            m.first();
            if (firstWins) {
              won(winner.complete("x"));
            } else {
              m.order();
            }
          },
          () -> {
            if (firstWins) {
              won(loser.complete("y"));
            } else {
              won(winner.complete("x"));
            }
          },
          () -> keep(combine.of(winner, loser, m::second)),
          () -> keep(mine));
    };
  }

  private static void either(Table t) {
    t.clean(
        "CF05",
        "applyToEither, the winner",
        eitherOf(true, (w, l, b) -> w.applyToEither(l, x -> use(b))));
    t.clean(
        "CF05",
        "acceptEither, the winner",
        eitherOf(true, (w, l, b) -> w.acceptEither(l, x -> b.run())));
    t.clean(
        "CF05", "runAfterEither, the winner", eitherOf(true, (w, l, b) -> w.runAfterEither(l, b)));
    t.clean(
        "CF05",
        "anyOf, the winner",
        eitherOf(true, (w, l, b) -> CompletableFuture.anyOf(w, l).thenRun(b)));
    t.racy("CF05", "applyToEither, the loser", loser((w, l, b) -> w.applyToEither(l, x -> use(b))));
    t.racy(
        "CF05", "anyOf, the loser", loser((w, l, b) -> CompletableFuture.anyOf(w, l).thenRun(b)));
    t.racy("CF05", "runAfterEither, the loser", loser((w, l, b) -> w.runAfterEither(l, b)));
    t.racy("CF05", "acceptEither, the loser", loser((w, l, b) -> w.acceptEither(l, x -> b.run())));
  }

  /** Registered before; the winner runs the dependent before the loser completes. */
  private static Script loser(Combine combine) {
    return m -> {
      CompletableFuture<Object> winner = new CompletableFuture<>();
      CompletableFuture<Object> loser = new CompletableFuture<>();
      m.inOrder(
          () -> {
            m.first();
            won(loser.complete("y"));
          },
          () -> won(winner.complete("x")),
          () -> keep(combine.of(winner, loser, m::second)));
    };
  }
}
