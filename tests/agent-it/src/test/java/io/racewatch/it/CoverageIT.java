package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs joined with the bytecode: at the end of the JVM, and later by the command. */
class CoverageIT {
  private static final String MAIN = "com.example.programs.Covered";

  private static Outcome watched(Jdk jdk, String name, String... more) {
    String[] options = new String[more.length + 2];
    options[0] = "own=" + MAIN;
    options[1] = "exit-budget=60s";
    System.arraycopy(more, 0, options, 2, more.length);
    return Jvm.watched(jdk, name, options).main(MAIN).run();
  }

  @ParameterizedTest
  @MethodSource("io.racewatch.it.Jdk#all")
  void candidatesSayWhetherTheRunShowedThem(Jdk jdk) throws IOException {
    Outcome outcome = watched(jdk, "covered", "app-classpath=" + Places.PROGRAMS);
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(coverage(outcome))
        .containsEntry("wait-not-in-loop", "not-reached")
        .containsEntry("non-atomic-update", "reached")
        .containsKey("data-race");
    assertThat(outcome.err()).contains("classes analysed", "certain");
  }

  @Test
  void withoutAClassPathThereIsNoStaticHalfButReportCanAddIt() throws IOException {
    Outcome outcome = watched(Jdk.current(), "uncovered");
    assertThat(coverage(outcome)).containsOnlyKeys("data-race");
    String output = outcome.folder().resolve("report").toString();
    Outcome report =
        Jvm.command(
                Jdk.current(),
                "report",
                "--own",
                MAIN,
                "--app-classpath",
                Places.PROGRAMS.toString(),
                "--output",
                output,
                output)
            .run();
    assertThat(report.exit()).as("%s", report).isEqualTo(66);
    assertThat(coverage(outcome))
        .containsEntry("wait-not-in-loop", "not-reached")
        .containsEntry("non-atomic-update", "reached");
  }

  private static Map<String, String> coverage(Outcome outcome) throws IOException {
    Map<?, ?> root =
        (Map<?, ?>) Json.read(outcome.folder().resolve("report").resolve("racewatch.json"));
    Map<String, String> coverage = new TreeMap<>();
    for (Object each : (List<?>) root.get("findings")) {
      Map<?, ?> finding = (Map<?, ?>) each;
      if (finding.get("scope").equals("own")) {
        coverage.put((String) finding.get("rule"), String.valueOf(finding.get("coverage")));
      }
    }
    return coverage;
  }
}
