package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Coverage;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Fingerprint;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinTest {
  private final List<Finding> seen = new ArrayList<>();
  private final List<Finding> candidates = new ArrayList<>();
  private final Reach reach = new Reach();

  private static Access access(String member, String method, Operation operation) {
    Frame frame = new Frame("app.Account", method, "Account.java", 7);
    return new Access(member, operation, "plain", "", null, List.of(frame), List.of());
  }

  private static Finding race(Rule rule, Evidence evidence, String member, String... methods) {
    List<Access> accesses = new ArrayList<>();
    for (String method : methods) {
      accesses.add(access(member, method, Operation.WRITE));
    }
    return finding(
        Fingerprint.ofAccesses(rule, List.of(member), accesses),
        rule,
        evidence,
        List.of(member),
        accesses,
        List.of());
  }

  private static Finding cycle(Evidence evidence, String first, String second, String method) {
    List<CycleEdge> edges = List.of(edge(first, second, method), edge(second, first, "other"));
    return finding(
        Fingerprint.ofCycle(Rule.LOCK_ORDER_CYCLE, edges),
        Rule.LOCK_ORDER_CYCLE,
        evidence,
        List.of(first, second),
        List.of(),
        edges);
  }

  private static CycleEdge edge(String holds, String wants, String method) {
    List<Frame> at = List.of(new Frame("app.Account", method, "Account.java", 9));
    LockRef held = new LockRef(holds, "", "java.lang.Object", "exclusive", at.get(0));
    LockRef wanted = new LockRef(wants, "", "java.lang.Object", "exclusive", at.get(0));
    return new CycleEdge(null, held, at, wanted, at);
  }

  private static Finding finding(
      String fingerprint,
      Rule rule,
      Evidence evidence,
      List<String> members,
      List<Access> accesses,
      List<CycleEdge> cycle) {
    return new Finding(
        fingerprint,
        rule,
        evidence == Evidence.STATIC ? Certainty.LIKELY : Certainty.CERTAIN,
        evidence,
        Scope.OWN,
        Status.NEW,
        null,
        members.get(0),
        members,
        1,
        accesses,
        cycle,
        new Explanation("why.", "epochs", null, null),
        List.of());
  }

  private void ran(String... methods) {
    RunData run = new RunData();
    run.reached.add("app.Account\t" + String.join("\t", methods));
    run.meta.put(Entry.REACHED_END, "whole");
    reach.add(run);
  }

  private List<Finding> join() {
    return new Join(seen, candidates, reach).findings();
  }

  @Test
  void candidateThatARunShowedIsOneFindingOfBoth() {
    ran("add", "get");
    seen.add(race(Rule.DATA_RACE, Evidence.DYNAMIC, "app.Account.value", "add", "get"));
    candidates.add(race(Rule.DATA_RACE, Evidence.STATIC, "app.Account.value", "add", "get"));
    assertThat(join())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.evidence()).isEqualTo(Evidence.BOTH);
              assertThat(f.coverage()).isEqualTo(Coverage.CONFIRMED);
              assertThat(f.certainty()).isEqualTo(Certainty.CERTAIN);
            });
  }

  @Test
  void candidatesAreReachedOnlyIfEachSideRan() {
    ran("add", "get");
    candidates.add(race(Rule.DATA_RACE, Evidence.STATIC, "app.Account.a", "add", "get"));
    candidates.add(race(Rule.DATA_RACE, Evidence.STATIC, "app.Account.b", "add", "reset"));
    assertThat(join())
        .extracting(Finding::coverage)
        .containsExactly(Coverage.REACHED, Coverage.NOT_REACHED);
    Join join = new Join(seen, candidates, reach);
    join.findings();
    assertThat(join.notes())
        .containsExactly(
            "race coverage: of 2 pairs of accesses that the bytecode lets meet, 0 raced, the code"
                + " of 1 more ran, and that of 1 did not");
  }

  @Test
  void aRunThatDoesNotSayWhereItWasGivesNoCoverage() {
    reach.add(new RunData());
    candidates.add(race(Rule.DATA_RACE, Evidence.STATIC, "app.Account.a", "add", "get"));
    assertThat(join()).extracting(Finding::coverage).containsOnlyNulls();
    Join join = new Join(seen, candidates, reach);
    join.findings();
    assertThat(join.notes()).singleElement().asString().contains("no coverage");
  }

  @Test
  void stacksOfFindingsCountAsReached() {
    ran("get");
    seen.add(race(Rule.DATA_RACE, Evidence.DYNAMIC, "app.Account.other", "deposit", "get"));
    candidates.add(race(Rule.LOCK_LEAK, Evidence.STATIC, "app.Account.lock", "deposit"));
    assertThat(join().get(1).coverage()).isEqualTo(Coverage.REACHED);
  }

  @Test
  void raceKnowsTheOtherPlacesOfItsMember() {
    ran("add", "get");
    seen.add(race(Rule.DATA_RACE, Evidence.DYNAMIC, "app.Account.value", "add", "get"));
    candidates.add(race(Rule.DATA_RACE, Evidence.STATIC, "app.Account.value", "add", "reset"));
    candidates.add(race(Rule.DATA_RACE, Evidence.STATIC, "app.Account.limit", "add", "raise"));
    List<Finding> all = join();
    assertThat(all).hasSize(3);
    assertThat(all.get(0).explanation().text())
        .isEqualTo(
            "why. In the bytecode 1 other place uses it without a lock in common: write in"
                + " app.Account.reset(Account.java:7).");
    assertThat(all.get(0).evidence()).isEqualTo(Evidence.DYNAMIC);
  }

  @Test
  void patternThatRacedIsConfirmedAndStaysBesideTheRace() {
    ran("add", "get");
    seen.add(race(Rule.DATA_RACE, Evidence.DYNAMIC, "app.Account.value", "add", "get"));
    candidates.add(race(Rule.SPIN_ON_PLAIN_FIELD, Evidence.STATIC, "app.Account.value", "get"));
    List<Finding> all = join();
    assertThat(all).extracting(Finding::evidence).containsExactly(Evidence.DYNAMIC, Evidence.BOTH);
    assertThat(all.get(1).coverage()).isEqualTo(Coverage.CONFIRMED);
    assertThat(all.get(1).certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void aRaceThatAPatternTellsCountsAsAPair() {
    ran("get");
    Finding spin = race(Rule.SPIN_ON_PLAIN_FIELD, Evidence.STATIC, "app.Account.done", "get");
    String why = "why. The same shows as data-race: write in Account.set, read in Account.get.";
    candidates.add(spin.with(new Explanation(why, "bytecode", null, null)));
    candidates.add(race(Rule.SPIN_ON_PLAIN_FIELD, Evidence.STATIC, "app.Account.other", "get"));
    Join join = new Join(seen, candidates, reach);
    join.findings();
    assertThat(join.notes()).singleElement().asString().startsWith("race coverage: of 1 pair");
  }

  @Test
  void placesOfARaceThatAPatternTellsAreOtherPlaces() {
    ran("add", "get");
    seen.add(race(Rule.DATA_RACE, Evidence.DYNAMIC, "app.Account.done", "add", "get"));
    Finding spin = race(Rule.SPIN_ON_PLAIN_FIELD, Evidence.STATIC, "app.Account.done", "spin");
    String why = "why. The same shows as data-race: write in Account.set, read in Account.spin.";
    candidates.add(spin.with(new Explanation(why, "bytecode", null, null)));
    assertThat(join().get(0).explanation().text())
        .contains("In the bytecode 1 other place uses it without a lock in common: ")
        .contains("app.Account.spin");
  }

  @Test
  void cyclesAreComparedByTheirLocks() {
    ran("other");
    seen.add(cycle(Evidence.DYNAMIC, "app.A.lock", "app.B.lock", "one"));
    candidates.add(cycle(Evidence.STATIC, "app.A.lock", "app.B.lock", "two"));
    candidates.add(cycle(Evidence.STATIC, "app.A.lock", "app.C.lock", "three"));
    List<Finding> all = join();
    assertThat(all).extracting(Finding::evidence).containsExactly(Evidence.BOTH, Evidence.STATIC);
    assertThat(all.get(1).coverage()).isEqualTo(Coverage.NOT_REACHED);
  }

  @Test
  void cycleSaysWhichOfItsEdgesARunWalked() {
    ran("two", "other");
    reach.took("app.A.lock", "app.B.lock");
    candidates.add(cycle(Evidence.STATIC, "app.A.lock", "app.B.lock", "two"));
    candidates.add(cycle(Evidence.STATIC, "app.C.lock", "app.D.lock", "two"));
    List<Finding> all = join();
    assertThat(all.get(0).explanation().text())
        .isEqualTo(
            "why. A run took app.B.lock while it held app.A.lock; the rest of the cycle is in the"
                + " bytecode only.");
    assertThat(all.get(1).explanation().text()).isEqualTo("why.");
  }
}
