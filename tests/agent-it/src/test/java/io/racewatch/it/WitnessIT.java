package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.it.Report.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lock cycles of real runs are proved. */
class WitnessIT {
  private static final String PROGRAM = "com.example.programs.LockCycles";

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void certainExactlyWhereNothingKeepsTheThreadsApart(Jdk jdk) {
    Report report = run(jdk, "witness");
    Set<String> expected = new TreeSet<>();
    for (String sure : List.of("Plain", "Third", "EarlierData")) {
      expected.add("certain Sure" + sure);
    }
    for (String unsure :
        List.of(
            "Flag", "Element", "Map", "Vector", "Volatile", "Queue", "Try", "HandOver", "Wait")) {
      expected.add("possible Unsure" + unsure);
    }
    assertThat(cycles(report)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void noneIsProvedWhereLocksAloneAreWatched(Jdk jdk) {
    assertThat(cycles(run(jdk, "witness-locks", "mode=locks")))
        .contains("possible SurePlain", "possible SureThird")
        .allMatch(cycle -> cycle.startsWith("possible"));
  }

  private static Report run(Jdk jdk, String name, String... options) {
    Jvm jvm = Jvm.watched(jdk, name, options);
    Outcome outcome = jvm.main(PROGRAM).run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    return Report.read(jvm.report());
  }

  private static Set<String> cycles(Report report) {
    return report.findings().stream()
        .filter(f -> f.rule().equals("lock-order-cycle"))
        .map(WitnessIT::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Finding finding) {
    String member = finding.members().get(0);
    String type = member.substring(PROGRAM.length() + 1, member.lastIndexOf('.'));
    return finding.certainty() + " " + type;
  }
}
