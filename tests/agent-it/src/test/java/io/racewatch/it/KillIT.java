package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that is killed at any moment leaves a run file that can be read and holds every finding
 * that was told. {@code -Dit.kills=100} for the proof.
 */
class KillIT {
  private static final int SIGKILL = 137;
  private static final int LONGEST_MILLIS = 1500;

  /** One moment each, in milliseconds after the program started. */
  static Stream<Integer> moments() {
    Random random = new Random(20261120);
    int kills = Integer.getInteger("it.kills", 4);
    return IntStream.range(0, kills).mapToObj(i -> random.nextInt(LONGEST_MILLIS));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void whatWasToldIsInTheFile(int millis) throws InterruptedException {
    Running running =
        Jvm.watched(Jdk.current(), "kill")
            .main("com.example.programs.Dripping")
            .start()
            .awaitLine("started");
    assertThat(running.process().waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
    running.process().destroyForcibly();
    Outcome outcome = running.await();
    assertThat(outcome.exit()).isEqualTo(SIGKILL);
    Outcome again =
        Jvm.command(
                Jdk.current(),
                "report",
                "--format",
                "json",
                "--fail-on",
                "none",
                "--output",
                outcome.folder().resolve("report").toString())
            .run();
    assertThat(again.exit()).as("%s", again).isZero();
    Report report = outcome.report();
    assertThat(report.runs()).extracting(Report.Run::ended).containsExactly("killed");
    assertThat(report.runs()).extracting(Report.Run::canary).containsExactly("ok");
    assertThat(report.findings().stream().flatMap(f -> f.members().stream()).distinct())
        .containsAll(told(outcome));
  }

  private static List<String> told(Outcome outcome) {
    return outcome
        .err()
        .lines()
        .filter(line -> line.startsWith("[racewatch] data race on "))
        .map(line -> line.replaceAll("^.* data race on ([^:]*): .*$", "$1"))
        .distinct()
        .toList();
  }
}
