package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
  private static Story race() {
    return new Story(3)
        .start(2, 1)
        .start(3, 2)
        .race(
            Story.side(2, 1, 1, "write", "org.lib.Pool.size", "org.lib.Pool.grow:1"),
            Story.side(
                3, 1, 1, "read", "org.lib.Pool.size", "java.util.Map.get:1", "org.lib.X.y:2"));
  }

  private static EngineOptions options(Certainty failOn, boolean all) {
    EngineOptions o = EngineOptions.defaults();
    return new EngineOptions(failOn, all, null, null, List.of(), false, o.today(), null);
  }

  @Test
  void comparesCertaintyScopeAndStatus() {
    Report clean = new Story(1).end().report();
    Report own = race().end().report();
    Report library = race().add(new Entry.Meta("own", "com.acme.*")).end().report();
    Report known = withStatus(own, Status.KNOWN);
    Map<Report, int[]> expected =
        Map.of(
            clean,
            new int[] {0, 0, 0},
            own,
            new int[] {66, 66, 0},
            library,
            new int[] {0, 66, 0},
            known,
            new int[] {0, 0, 0});
    expected.forEach(
        (report, codes) -> {
          assertThat(Gate.decide(report, options(Certainty.CERTAIN, false))).isEqualTo(codes[0]);
          assertThat(Gate.decide(report, options(Certainty.POSSIBLE, true))).isEqualTo(codes[1]);
          assertThat(Gate.decide(report, options(null, true))).isEqualTo(codes[2]);
        });
  }

  private static Report withStatus(Report report, Status status) {
    List<Finding> findings = report.findings().stream().map(f -> f.withStatus(status)).toList();
    return new Report(report.version(), report.runs(), findings, report.notes(), false);
  }

  @Test
  void aWeakerFindingDoesNotTripAStricterGate() {
    Report likely = race().edge(2, 1, Story.moment(3, 1, 1), "lock", "l").end().report();
    assertThat(Gate.decide(likely, options(Certainty.CERTAIN, false))).isZero();
    assertThat(Gate.decide(likely, options(Certainty.LIKELY, false))).isEqualTo(66);
  }

  @Test
  void aBlindRunIsNotClean() {
    Report blind = new Story(1).add(new Entry.Canary(false)).end().report();
    assertThat(Gate.decide(blind, EngineOptions.defaults())).isEqualTo(70);
  }

  @Test
  void ownIsWhatDeclaresTheMemberOrStandsFirstOutsideTheJdk() {
    assertThat(scope(race())).isEqualTo(Scope.OWN);
    assertThat(scope(race().add(new Entry.Meta(Entry.OWN_GUESS, "com.acme.*"))))
        .isEqualTo(Scope.LIBRARY);
    assertThat(scope(race().add(new Entry.Meta(Entry.OWN_GUESS, "org.lib.X"))))
        .isEqualTo(Scope.OWN);
    assertThat(scope(race().add(new Entry.Meta("own", "com.acme.*,org.lib.*"))))
        .isEqualTo(Scope.OWN);
  }

  private static Scope scope(Story story) {
    return story.end().report().findings().get(0).scope();
  }
}
