package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services that racewatch joins while they run, and builds that would hang for ever. */
class StuckIT {
  private static final String SERVICE = "com.example.programs.LateLocks";
  private static final String TESTS = "com.example.programs.HungTests";
  private static final int DEADLOCKED = 66;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aRunningServiceIsToldOfItsLockOrders(Jdk jdk) throws IOException {
    Running service = Jvm.of(jdk, "late-locks").main(SERVICE, "end").start().awaitLine("running");
    Path report = service.folder().resolve("report");
    String pid = Long.toString(service.process().pid());
    Outcome attach =
        Jvm.command(jdk, "attach", "--mode", "locks", "--output", report.toString(), pid).run();
    assertThat(attach.exit()).as("%s", attach).isZero();
    assertThat(attach.out() + attach.err())
        .contains("a late start cannot know what was ordered before it: locks held now");
    Files.createFile(service.folder().resolve("end"));
    Outcome outcome = service.await();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.err()).contains("STARTED LATE");
    assertThat(outcome.report().runs()).extracting(Report.Run::mode).containsExactly("locks");
    assertThat(outcome.report().findings())
        .as("the third lock was taken the other way before the start alone: %s", outcome)
        .singleElement()
        .satisfies(StuckIT::isTheServicesCycle);
    assertThat(Files.readString(report.resolve("racewatch.json")))
        .contains("The record of synchronisation is not whole, so no schedule was sought.");
  }

  private static void isTheServicesCycle(Report.Finding finding) {
    assertThat(finding.rule()).isEqualTo("lock-order-cycle");
    assertThat(finding.members()).containsExactlyInAnyOrder(SERVICE + ".left", SERVICE + ".right");
    assertThat(finding.certainty()).isEqualTo("possible");
    assertThat(finding.frames().map(Report.Frame::method)).contains("leftFirst", "rightFirst");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void testsThatHangForEverEndWithAReport(Jdk jdk) {
    Outcome outcome = Jvm.watched(jdk, "hung-tests", "halt-on-deadlock=on").main(TESTS).run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(DEADLOCKED);
    assertThat(outcome.out()).isEqualTo("passed\n");
    assertThat(outcome.report().findings()).singleElement().satisfies(StuckIT::isTheTestsDeadlock);
    assertThat(outcome.report().runs()).extracting(Report.Run::ended).containsExactly("halted");
    assertThat(outcome.err())
        .contains("HungTests.orders", "HungTests.stock")
        .containsPattern("at com\\.example\\.programs\\.HungTests\\.ordersGoods\\(\\S+:\\d+\\)")
        .containsPattern("at com\\.example\\.programs\\.HungTests\\.returnsGoods\\(\\S+:\\d+\\)");
    assertThat(outcome.folder().resolve("report/racewatch.html"))
        .content()
        .contains("ordersGoods", "returnsGoods");
  }

  private static void isTheTestsDeadlock(Report.Finding finding) {
    assertThat(finding.rule()).isEqualTo("deadlock");
    assertThat(finding.certainty()).isEqualTo("certain");
    assertThat(finding.members()).containsExactlyInAnyOrder(TESTS + ".orders", TESTS + ".stock");
    assertThat(finding.cycle())
        .hasSize(2)
        .allSatisfy(edge -> assertThat(edge.wantsAt()).isNotEmpty());
  }
}
