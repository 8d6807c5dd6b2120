package io.racewatch.engine;

import io.racewatch.code.StaticResult;
import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.model.Coverage;
import io.racewatch.model.Evidence;
import io.racewatch.model.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * The static half beside the reading of run files, in a thread of its own, because it is not to
 * hold up the end of a JVM. What the thread wrote is read after its end, which {@link Thread#join}
 * orders (JLS 17.4.5), or not at all.
 */
final class StaticWork {
  private static final long STACK_BYTES = 4L << 20;

  private final StaticRequest request;
  private final Thread thread;
  private StaticResult result;
  private String failure;

  private StaticWork(StaticRequest request) {
    this.request = request;
    thread = new Thread(null, this::work, "racewatch-bytecode", STACK_BYTES);
    thread.setDaemon(true);
  }

  static StaticWork start(StaticRequest request) {
    StaticWork work = new StaticWork(request);
    work.thread.start();
    return work;
  }

  private void work() {
    try {
      result = StaticEngine.result(request);
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      failure = e.toString();
    }
  }

  /**
   * The findings of runs and of the bytecode together; those of runs alone if there is no time.
   *
   * @param notes takes lines for the report
   */
  List<Finding> join(
      List<Finding> seen,
      Reach reach,
      SeenOrders orders,
      EngineOptions options,
      Deadline deadline,
      List<String> notes) {
    if (!ends(deadline.leftMillis())) {
      notes.add("there was no time for the static half; the command report has it");
      return seen;
    }
    if (failure != null) {
      notes.add("the static half is missing: " + failure);
      return seen;
    }
    Join join =
        new Join(seen, StaticEngine.scoped(result, options), reach).knowing(result.orders());
    List<Finding> all = new ArrayList<>(join.findings());
    mixed(all, orders, reach, options, notes);
    notes.addAll(StaticEngine.notes(result));
    result.unreadable().forEach(line -> notes.add("not analysed: " + line));
    notes.addAll(join.notes());
    return all;
  }

  /** The orders in which the bytecode lets locks be taken; empty if it was not looked at. */
  List<PossibleOrder> orders() {
    return result == null || thread.isAlive() ? List.of() : result.orders();
  }

  private void mixed(
      List<Finding> all,
      SeenOrders orders,
      Reach reach,
      EngineOptions options,
      List<String> notes) {
    Scopes scopes = Scopes.of(options, result.own());
    MixedCycles cycles = new MixedCycles(orders, result.orders(), all, new Findings(scopes));
    for (Finding finding : cycles.all()) {
      Coverage ran = reach.reached(finding) ? Coverage.REACHED : Coverage.NOT_REACHED;
      all.add(finding.with(Evidence.BOTH, finding.scope(), reach.isKnown() ? ran : null));
    }
    if (cycles.cut()) {
      notes.add("there were too many lock orders of runs and bytecode to search all for cycles");
    }
  }

  private boolean ends(long millis) {
    boolean interrupted = false;
    long end = System.nanoTime() + Math.min(millis, Long.MAX_VALUE / 2_000_000) * 1_000_000;
    while (thread.isAlive() && end - System.nanoTime() > 0) {
      try {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
