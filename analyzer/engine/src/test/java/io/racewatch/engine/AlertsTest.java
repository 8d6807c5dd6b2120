package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Alert;
import io.racewatch.model.Alert.Kind;
import io.racewatch.model.Certainty;
import io.racewatch.model.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way of seeing less than asked for is said first, and is no clean run. */
class AlertsTest {
  private static final EngineOptions OPTIONS = EngineOptions.defaults();

  @Test
  void aRunThatSawAllHasNone() {
    assertThat(alerts(run(12, 3, 0))).isEmpty();
    assertThat(gate(run(12, 3, 0))).isEqualTo(Gate.CLEAN);
  }

  @Test
  void aRunThatEndedBeforeTheCanaryIsBlind() {
    RunData run = run(1, 0, 0);
    run.canary = null;
    assertBlind(run, Kind.BLIND, "before the race");
  }

  @Test
  void anErrorInAHookIsBlind() {
    RunData run = run(1, 0, 0);
    run.notes.add(Entry.FAULT + "unlock: java.lang.Error at X.y");
    assertBlind(run, Kind.BLIND, "unlock");
  }

  @Test
  void aClassThatFailedIsBlindButAMethodIsNot() {
    RunData run = run(1, 0, 1);
    run.failures.add(new Entry.ClassFailed("com.acme.A", Entry.METHOD + "m()V: too large"));
    assertThat(alerts(run)).isEmpty();
    run.failures.add(new Entry.ClassFailed("com.acme.B", "Unsupported class file major version"));
    assertBlind(run, Kind.BLIND, "com.acme.B");
  }

  @Test
  void aLibraryThatFailedIsNotButAHookOfTheJdkIs() {
    RunData run = run(1, 0, 1);
    run.own.add("com.acme.*");
    run.failures.add(new Entry.ClassFailed("org.library.B", "odd"));
    assertThat(alerts(run)).isEmpty();
    run.failures.add(new Entry.ClassFailed("java.lang.Thread", "odd"));
    assertBlind(run, Kind.BLIND, "java.lang.Thread");
  }

  @Test
  void nothingWatchedIsBlindUnlessOnlyLocksMatter() {
    assertBlind(run(0, 7, 2), Kind.UNWATCHED, "7 were excluded");
    RunData locks = run(0, 7, 0);
    locks.meta.put("mode", "locks");
    assertThat(alerts(locks)).isEmpty();
    RunData deadlocks = run(0, 7, 0);
    deadlocks.meta.put(Entry.DETECT, "deadlocks");
    assertThat(alerts(deadlocks)).isEmpty();
    assertThat(alerts(run(0, 0, 0))).isEmpty();
  }

  @Test
  void aJvmOfASessionMayWatchNothing() {
    Report some = report(run(0, 7, 0));
    Report other = report(run(3, 0, 0));
    Report both =
        new Report(
            "1", List.of(some.runs().get(0), other.runs().get(0)), List.of(), List.of(), false);
    assertThat(Gate.decide(both, OPTIONS)).isEqualTo(Gate.CLEAN);
  }

  @Test
  void aLateStartIsBlindForWhatMustBeCertain() {
    RunData run = run(3, 0, 0);
    run.meta.put(Entry.LATE, "yes");
    assertBlind(run, Kind.LATE, "attached");
    EngineOptions likely =
        new EngineOptions(
            Certainty.LIKELY, false, null, null, List.of(), false, OPTIONS.today(), null);
    assertThat(Gate.decide(report(run), likely)).isEqualTo(Gate.CLEAN);
  }

  private static void assertBlind(RunData run, Kind kind, String text) {
    assertThat(alerts(run))
        .singleElement()
        .satisfies(alert -> assertThat(alert.kind()).isEqualTo(kind))
        .satisfies(alert -> assertThat(alert.text()).contains(text));
    assertThat(gate(run)).isEqualTo(Gate.BLIND);
  }

  private static List<Alert> alerts(RunData run) {
    return report(run).runs().get(0).alerts();
  }

  private static int gate(RunData run) {
    return Gate.decide(report(run), OPTIONS);
  }

  private static Report report(RunData run) {
    return Engine.report(run, OPTIONS);
  }

  private static RunData run(long instrumented, long skipped, long failed) {
    RunCollector collector = new RunCollector();
    collector.add(new Entry.Classes(instrumented, skipped, failed));
    collector.add(new Entry.Canary(true));
    return collector.finish();
  }
}
