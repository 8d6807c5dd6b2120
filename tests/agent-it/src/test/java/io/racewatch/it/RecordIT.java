package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trace that a run records shows what the run's own report says. */
class RecordIT {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "com.example.counter.InstanceCounter, ''",
    "com.example.counter.SynchronizedCounter, ''",
    "com.example.deadlocks.ThreeLocks, witnessed",
    "com.example.deadlocks.GateLocked, ruled-out gate",
    "com.example.deadlocks.OrderedByJoin, ruled-out order",
  })
  void roundTrip(String program, String verdict) throws Exception {
    Jdk jdk = Jdk.current();
    Jvm place = Jvm.of(jdk, "record");
    Path trace = place.report().resolveSibling("run.std");
    Path report = place.report();
    Outcome run =
        Jvm.command(
                jdk,
                "run",
                "--record=" + trace,
                "--output",
                report.toString(),
                "--",
                jdk.home().resolve("bin/java").toString(),
                "-cp",
                Places.SAMPLE_CLASSES.toString(),
                program)
            .run();
    assertThat(run.exit()).as("%s", run).isZero();
    assertThat(run.err()).contains("wrote " + trace);
    assertThat(Files.readAllLines(Path.of(trace + ".locations"))).isNotEmpty();

    Outcome judged = Jvm.command(jdk, "trace", "--json", trace.toString()).run();
    assertThat(judged.exit()).as("%s", judged).isEqualTo(verdict.equals("witnessed") ? 66 : 0);
    Map<?, ?> json =
        (Map<?, ?>) Json.read(Files.writeString(Path.of(trace + ".json"), judged.out()));
    assertThat(races(json)).isEqualTo(races(Report.read(report)));
    assertThat(cycles(json)).isEqualTo(verdict.isEmpty() ? List.of() : List.of(verdict));
    assertThat(Report.read(report).findings().stream().anyMatch(f -> isProved(f)))
        .isEqualTo(verdict.equals("witnessed"));
  }

  private static boolean isProved(Report.Finding f) {
    return f.rule().equals("lock-order-cycle") && f.certainty().equals("certain");
  }

  private static Set<String> races(Report report) {
    return report.findings().stream()
        .filter(f -> f.rule().equals("data-race"))
        .flatMap(f -> f.members().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> races(Map<?, ?> json) {
    return ((List<?>) json.get("races"))
        .stream()
            .map(race -> (String) ((Map<?, ?>) race).get("variable"))
            .map(name -> name.replaceAll("@.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> cycles(Map<?, ?> json) {
    return ((List<?>) json.get("deadlocks"))
        .stream()
            .map(d -> (Map<?, ?>) d)
            .map(d -> (d.get("verdict") + " " + d.get("reason")).strip())
            .toList();
  }
}
