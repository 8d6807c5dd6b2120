package io.racewatch.engine;

import io.racewatch.code.StaticResult;
import io.racewatch.model.Finding;
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
    Join join = new Join(seen, StaticEngine.scoped(result, options), reach);
    List<Finding> all = join.findings();
    notes.addAll(StaticEngine.notes(result));
    result.unreadable().forEach(line -> notes.add("not analysed: " + line));
    notes.addAll(join.notes());
    return all;
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
