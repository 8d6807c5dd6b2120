package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Report;
import io.racewatch.model.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockFindingsTest {
  private static final String LOCK = "com.acme.Account.lock";

  /** Two accounts, two threads, transfers both ways. */
  private static Story transfers(String waits) {
    Story story = new Story(3).start(2, 1).start(3, 2).lock(1, LOCK).lock(2, LOCK);
    Entry.Held one = Story.held(1, "com.acme.Bank.transfer:10");
    Entry.Held two = Story.held(2, "com.acme.Bank.transfer:10");
    String[] stack = {"com.acme.Account.put:30", "com.acme.Bank.transfer:11", "com.acme.Job.run:3"};
    story.acquire(2, waits, Story.moment(2, 1, 1), one, stack);
    return story.acquire(1, waits, Story.moment(3, 1, 1), two, stack);
  }

  private static Finding only(Report report) {
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }

  @Test
  void twoInstancesTakenBothWays() {
    Finding cycle = only(transfers("blocks").end().report());
    assertThat(cycle.rule()).isEqualTo(Rule.LOCK_ORDER_CYCLE);
    assertThat(cycle.certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(cycle.members()).containsExactly(LOCK);
    assertThat(cycle.title()).isEqualTo("2 instances of " + LOCK + " taken in both orders");
    assertThat(cycle.cycle()).hasSize(2);
    CycleEdge edge = cycle.cycle().get(0);
    assertThat(edge.thread().name()).isEqualTo("worker-2");
    assertThat(edge.holds().object()).isEqualTo("Object#1");
    assertThat(edge.wants().object()).isEqualTo("Object#2");
    assertThat(edge.wantsAt()).extracting(Frame::line).containsExactly(30, 11, 3);
    assertThat(edge.holdsAt()).extracting(Frame::line).containsExactly(10, 3);
  }

  @Test
  void whereTheMethodIsNoLongerOnTheStackThePlaceStandsAlone() {
    List<Frame> later = Refs.frames(Story.stack("com.acme.Bank.b:2", "com.acme.Job.run:3"));
    assertThat(Refs.takenAt(Story.stack("com.acme.Bank.lockBoth:1")[0], later))
        .extracting(Frame::line)
        .containsExactly(1);
  }

  @Test
  void anAcquireThatGivesUpMakesItPossible() {
    assertThat(only(transfers("timed").end().report()).certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(transfers("never").end().report().findings()).isEmpty();
  }

  @Test
  void onlyWaitedEdgesRuleOutOthersWeaken() {
    for (String kind : List.of("join", "start", "task", "future", "latch")) {
      Story story = transfers("blocks");
      // The second thread's request comes after an acquire that knows the first's.
      story.edge(2, 1, Story.moment(3, 1, 1), kind, "");
      Report report = story.end().report();
      assertThat(report.findings()).as(kind).isEmpty();
      assertThat(report.runs().get(0).notes()).contains("lock cycles ruled out: 1 by order");
    }
    Story flag = transfers("blocks").edge(2, 1, Story.moment(3, 1, 1), "volatile", "x");
    assertThat(only(flag.end().report()).certainty()).isEqualTo(Certainty.POSSIBLE);
    Story lock = transfers("blocks").edge(2, 1, Story.moment(3, 1, 1), "monitor", "x");
    assertThat(only(lock.end().report()).certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void orderCountsOnlyIfTheLastTimeIsBefore() {
    Story story = transfers("blocks").edge(2, 1, Story.moment(3, 1, 1), "join", "");
    story.add(new Entry.AcquireSeen(1, 9, Story.moment(2, 5, 1)));
    assertThat(only(story.end().report()).rule()).isEqualTo(Rule.LOCK_ORDER_CYCLE);
  }

  @Test
  void aRealDeadlockIsCertainAndHidesItsCycle() {
    Story story = transfers("blocks");
    Entry.Place[] holdsAt = Story.stack("com.acme.Bank.transfer:10");
    Entry.Place[] wantsAt =
        Story.stack("com.acme.Account.put:30", "com.acme.Bank.transfer:11", "com.acme.Job.run:3");
    Entry.Held one = Story.held(1, "com.acme.Bank.transfer:10");
    Entry.Held two = Story.held(2, "com.acme.Bank.transfer:10");
    story.add(
        new Entry.Deadlock(
            1,
            new Entry.Blocked[] {
              new Entry.Blocked(2, "worker-2", one, holdsAt, 2, "", wantsAt),
              new Entry.Blocked(3, "worker-3", two, holdsAt, 1, "", wantsAt)
            }));
    Finding deadlock = only(story.report());
    assertThat(deadlock.rule()).isEqualTo(Rule.DEADLOCK);
    assertThat(deadlock.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(deadlock.cycle().get(0).holdsAt()).extracting(Frame::line).containsExactly(10, 3);
    assertThat(deadlock.explanation().text())
        .contains("worker-2 holds " + LOCK + " (Object#1) and waits for " + LOCK + " (Object#2)");
  }

  @Test
  void aDeadlockThroughAJoin() {
    Story story = new Story(2).start(2, 1).lock(1, LOCK);
    Entry.Place[] at = Story.stack("com.acme.Main.main:9");
    Entry.Held lock = Story.held(1, "com.acme.Main.main:8");
    Entry.Held none = null;
    story.add(
        new Entry.Deadlock(
            1,
            new Entry.Blocked[] {
              new Entry.Blocked(1, "main", lock, at, 0, "end of worker-2", at),
              new Entry.Blocked(2, "worker-2", none, new Entry.Place[0], 1, "", at)
            }));
    Finding deadlock = only(story.report());
    assertThat(deadlock.members()).containsExactly(LOCK, "end of worker-2");
    assertThat(deadlock.cycle().get(1).holds().lock()).isEqualTo("end of worker-2");
  }
}
