package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceFindingsTest {
  private static final String VALUE = "com.acme.Counter.value";

  private static Entry.Side write(int clock, long acquires) {
    return Story.side(
        2, clock, acquires, "write", VALUE, "com.acme.Counter.add:10", "com.acme.Job.run:5");
  }

  private static Entry.Side read(int clock, long acquires) {
    return Story.side(3, clock, acquires, "read", VALUE, "com.acme.Counter.get:20");
  }

  private static Story started() {
    return new Story(3).start(2, 1).start(3, 2);
  }

  private static Finding only(Report report) {
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }

  @Test
  void twoThreadsThatOnlyTheirStartsOrder() {
    Finding race = only(started().race(write(1, 1), read(1, 1)).seen(7).end().report());
    assertThat(race.rule()).isEqualTo(Rule.DATA_RACE);
    assertThat(race.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(race.count()).isEqualTo(7);
    assertThat(race.members()).containsExactly(VALUE);
    assertThat(race.title()).isEqualTo(VALUE + ": write in Counter.add, read in Counter.get");
    assertThat(race.explanation().checked()).isEqualTo("epochs+graph");
    assertThat(race.explanation().lastCommon().kind()).isEqualTo("thread-start");
    assertThat(race.explanation().lastCommon().text())
        .isEqualTo("main started worker-2 and worker-3");
    assertThat(race.explanation().text())
        .contains("Nothing orders the write in worker-2 before the read in worker-3.")
        .contains("Neither held a lock.")
        .contains("No thread took over anything that worker-2 released after its write.");
    assertThat(race.accesses().get(0).thread().started().get(0).line()).isEqualTo(2);
  }

  @Test
  void theLastPointThatOrderedThemIsNamed() {
    Story story = started().lock(5, "com.acme.Bank.lock");
    story.edge(2, 1, Story.moment(3, 1, 2), "monitor", "com.acme.Bank.lock");
    story.edge(2, 2, Story.moment(1, 3, 1), "join", "");
    Finding race = only(story.race(write(2, 1), read(2, 2)).end().report());
    assertThat(race.explanation().lastCommon().kind()).isEqualTo("monitor");
    assertThat(race.explanation().lastCommon().text())
        .isEqualTo("worker-2 released com.acme.Bank.lock, which worker-3 then took");
    assertThat(race.explanation().text())
        .contains("main waited for the end of worker-2, but that does not reach the read")
        .contains("that worker-3 took over before its read: worker-2 released com.acme.Bank.lock");
  }

  @Test
  void aPathInTheGraphMakesItLikelyAndIsCounted() {
    Story story = started().edge(2, 1, Story.moment(3, 1, 2), "volatile", "com.acme.Flag.done");
    Report report = story.race(write(1, 1), read(1, 2)).end().report();
    Finding race = only(report);
    assertThat(race.certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(race.explanation().text()).contains("worker-2 wrote com.acme.Flag.done");
    assertThat(report.runs().get(0).notes()).anyMatch(n -> n.contains("denied"));
  }

  @Test
  void withoutTheWholeRecordOnlyEpochsVouch() {
    Story killed = started().race(write(1, 1), read(1, 1));
    Story cut = started().race(write(1, 1), read(1, 1)).end();
    cut.add(new Entry.Meta(Entry.EDGES_CUT, "record-limit"));
    Story lost = started().race(write(1, 1), read(1, 1)).add(new Entry.Note(3 + Entry.LOST)).end();
    Story noEdges = new Story(3).race(write(1, 0), read(1, 0)).end();
    for (Story story : List.of(killed, cut, lost, noEdges)) {
      Finding race = only(story.report());
      assertThat(race.certainty()).isEqualTo(Certainty.CERTAIN);
      assertThat(race.explanation().checked()).isEqualTo("epochs");
    }
  }

  @Test
  void oneMemberAndPairOfMethodsIsOneFindingWhateverLineAndOrder() {
    Entry.Side elsewhere =
        Story.side(2, 2, 1, "write", VALUE, "com.acme.Counter.add:11", "com.acme.Other.run:8");
    Report report =
        started()
            .race(write(1, 1), read(1, 1))
            .seen(3)
            .race(read(1, 1), elsewhere)
            .seen(4)
            .end()
            .report();
    assertThat(only(report).count()).isEqualTo(7);
  }

  @Test
  void anotherOperationIsAnotherFinding() {
    Entry.Side get = Story.side(3, 1, 1, "write", VALUE, "com.acme.Counter.get:20");
    Report report = started().race(write(1, 1), read(1, 1)).race(write(1, 1), get).end().report();
    assertThat(report.findings()).hasSize(2);
  }

  @Test
  void theSideThatKnowsTheOwnerNamesAnArray() {
    Entry.Side known = Story.side(2, 1, 1, "write", "com.acme.Grid.cells[]", "com.acme.Grid.set:1");
    Entry.Side unknown = Story.side(3, 1, 1, "read", "int[]", "com.acme.Sum.of:2");
    assertThat(only(started().race(known, unknown).end().report()).members())
        .containsExactly("com.acme.Grid.cells[]");
  }

  @Test
  void locksOfOneSideAreNamedAndOffered() {
    Entry.Held[] held = {Story.held(5, "com.acme.Counter.add:9")};
    Entry.Side guarded =
        Story.side(Story.moment(2, 1, 1), "write", VALUE, held, "com.acme.Counter.add:10");
    Finding race =
        only(started().lock(5, "com.acme.Counter.lock").race(guarded, read(1, 1)).end().report());
    assertThat(race.explanation().text())
        .contains("the write in worker-2 held com.acme.Counter.lock")
        .contains("the read in worker-3 held none")
        .contains("Holding com.acme.Counter.lock at both accesses would order them.");
    assertThat(race.accesses().get(0).locksHeld().get(0).object()).isEqualTo("Object#5");
  }

  @Test
  void afterTheBudgetTheGraphIsLeftOut() {
    RunData run = started().race(write(1, 1), read(1, 1)).end().data();
    EngineOptions now = EngineOptions.defaults().within(java.time.Duration.ofSeconds(-1));
    Report report = Engine.report(run, now);
    assertThat(only(report).explanation().checked()).isEqualTo("epochs");
    assertThat(report.runs().get(0).notes()).anyMatch(n -> n.contains("no time"));
  }
}
