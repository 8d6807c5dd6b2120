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
    assertThat(cycle.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(cycle.members()).containsExactly(LOCK);
    assertThat(cycle.title()).isEqualTo("2 instances of " + LOCK + " taken in both orders");
    assertThat(cycle.cycle()).hasSize(2);
    CycleEdge edge = cycle.cycle().get(0);
    assertThat(edge.thread().name()).isEqualTo("worker-2");
    assertThat(edge.holds().object()).isEqualTo("Object#1");
    assertThat(edge.wants().object()).isEqualTo("Object#2");
    assertThat(edge.wantsAt()).extracting(Frame::line).containsExactly(30, 11, 3);
    assertThat(edge.holdsAt()).extracting(Frame::line).containsExactly(10, 3);
    assertThat(cycle.explanation().text())
        .contains(
            "A schedule that ends so, from this run's record: (1) main runs as far as needed;"
                + " (2) worker-2 takes "
                + LOCK
                + " (Object#1) at com.acme.Bank.transfer(Bank.java:10); (3) worker-3 takes "
                + LOCK
                + " (Object#2)");
  }

  /** The second thread learns of the first between its outer and its inner lock, or before. */
  private static Finding handedOver(String kind, int number, String... meta) {
    Story story = new Story(3).start(2, 1).start(3, 2).lock(1, LOCK).lock(2, LOCK);
    for (int i = 0; i < meta.length; i += 2) {
      story.add(new Entry.Meta(meta[i], meta[i + 1]));
    }
    Entry.Held one = Story.held(1, "com.acme.Bank.transfer:10");
    Entry.Held two = Story.held(2, "com.acme.Bank.transfer:10");
    story.acquire(2, "blocks", Story.moment(2, 1, 1), one, "com.acme.Bank.transfer:11");
    story.acquire(
        1,
        "blocks",
        Story.moment(3, 1, 1),
        Story.moment(3, 1, 2),
        two,
        "com.acme.Bank.transfer:11");
    return only(story.edge(2, 1, Story.moment(3, 1, number), kind, "").end().report());
  }

  @Test
  void onlyALockOfTheCycleMayBeTakenWithoutItsFormerHolder() {
    assertThat(handedOver("monitor", 2).certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(handedOver("lock", 2).certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(handedOver("monitor", 1).certainty()).isEqualTo(Certainty.POSSIBLE);
    for (String kind : List.of("volatile", "element", "data", "other")) {
      assertThat(handedOver(kind, 2).certainty()).as(kind).isEqualTo(Certainty.POSSIBLE);
    }
    assertThat(handedOver("data", 2).explanation().text())
        .contains("worker-3 read what worker-2 had written after its acquire.");
  }

  @Test
  void aLockOfAThirdThreadBringsItsPastAlong() {
    Story story = new Story(4).start(2, 1).start(3, 2).start(4, 3).lock(1, LOCK).lock(2, LOCK);
    Entry.Held one = Story.held(1, "com.acme.Bank.transfer:10");
    Entry.Held two = Story.held(2, "com.acme.Bank.transfer:10");
    story.acquire(2, "blocks", Story.moment(2, 1, 1), one, "com.acme.Bank.transfer:11");
    story.acquire(
        1,
        "blocks",
        Story.moment(3, 1, 1),
        Story.moment(3, 1, 3),
        two,
        "com.acme.Bank.transfer:11");
    // Thread 4 took a lock after thread 2 and gave it to thread 3: it need not have run at all.
    story.edge(2, 1, Story.moment(4, 1, 2), "monitor", "");
    story.edge(4, 1, Story.moment(3, 1, 2), "monitor", "");
    assertThat(only(story.end().report()).certainty()).isEqualTo(Certainty.CERTAIN);
    // Unless thread 3 also needs what thread 4 did.
    story.edge(4, 1, Story.moment(3, 1, 3), "volatile", "");
    assertThat(only(story.end().report()).certainty()).isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void whatWasNotWatchedMakesItLikelyAtMost() {
    assertThat(handedOver("lock", 2, "mode", "locks").certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(handedOver("lock", 2, "exclude", "a.*").certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(handedOver("lock", 2, "include", "*").certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(handedOver("lock", 2, Entry.EDGES_CUT, "limit").certainty())
        .isEqualTo(Certainty.POSSIBLE);
    assertThat(handedOver("lock", 2, Entry.LATE, "yes").certainty()).isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void aLockThatIsTakenOnTheWayAndKeptByTheOther() {
    Story story = transfers("blocks");
    Entry.Held two = Story.held(2, "com.acme.Bank.transfer:10");
    // Thread 3 also takes lock 1 and gives it back before it asks again, elsewhere.
    story.acquire(1, "blocks", Story.moment(3, 1, 1), two, "com.acme.Bank.peek:5");
    Report report = story.end().report();
    assertThat(report.findings()).extracting(Finding::certainty).containsOnly(Certainty.POSSIBLE);
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
    for (String kind : List.of("join", "start", "task", "future", "awaited")) {
      Story story = transfers("blocks");
      // The second thread's request comes after an acquire that knows the first's.
      story.edge(2, 1, Story.moment(3, 1, 1), kind, "");
      Report report = story.end().report();
      assertThat(report.findings()).as(kind).isEmpty();
      assertThat(report.runs().get(0).notes()).contains("lock cycles ruled out: 1 by order");
    }
    Story flag = transfers("blocks").edge(2, 1, Story.moment(3, 1, 1), "volatile", "x");
    assertThat(only(flag.end().report()).certainty()).isEqualTo(Certainty.POSSIBLE);
    Story latch = transfers("blocks").edge(2, 1, Story.moment(3, 1, 1), "latch", "x");
    assertThat(only(latch.end().report()).certainty()).isEqualTo(Certainty.POSSIBLE);
    Story contested = transfers("blocks").edge(2, 1, Story.moment(3, 1, 1), "future", "x");
    contested.add(new Entry.NotAwaited(2, 1));
    assertThat(only(contested.end().report()).certainty()).isEqualTo(Certainty.POSSIBLE);
    Story lock = transfers("blocks").edge(2, 1, Story.moment(3, 1, 1), "monitor", "x");
    assertThat(only(lock.end().report()).certainty()).isEqualTo(Certainty.POSSIBLE);
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
