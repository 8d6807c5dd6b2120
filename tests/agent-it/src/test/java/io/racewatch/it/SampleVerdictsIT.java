package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each sample has the findings that its source names and no others, on each JDK. */
class SampleVerdictsIT {
  private static final List<String> ALONE =
      List.of("StaticCounter", "UnsafePublication", "BankTransfer", "SynchronizedCounter");
  private static final String RUNNER = "com.example.support.SampleRunner";

  @TestFactory
  Stream<DynamicNode> manyInOneJvm() {
    return Jdk.all().stream().map(jdk -> dynamicContainer(jdk.toString(), batch(jdk)));
  }

  @TestFactory
  Stream<DynamicNode> eachInItsOwnJvm() {
    return Jdk.all().stream()
        .map(
            jdk ->
                dynamicContainer(
                    jdk.toString(),
                    Sample.all().stream()
                        .filter(s -> alone(s) && s.jdk() <= jdk.feature())
                        .map(s -> single(jdk, s))));
  }

  private static Stream<DynamicTest> batch(Jdk jdk) {
    List<Sample> samples =
        Sample.all().stream().filter(s -> !s.hangs() && s.jdk() <= jdk.feature()).toList();
    String[] names = samples.stream().map(Sample::name).toArray(String[]::new);
    Outcome plain = Jvm.of(jdk, "plain").main(RUNNER, names).run();
    Outcome watched = Jvm.watched(jdk, "samples").main(RUNNER, names).run();
    Stream<DynamicTest> whole =
        Stream.of(
            dynamicTest("same output", () -> assertThat(watched.out()).isEqualTo(plain.out())),
            dynamicTest("same exit code", () -> assertThat(watched.exit()).isZero()),
            dynamicTest("woven", () -> checkRun(watched.report())),
            dynamicTest(
                "nothing elsewhere",
                () -> assertThat(Verdicts.elsewhere(watched.report(), samples)).isEmpty()));
    return Stream.concat(
        whole,
        samples.stream()
            .map(
                s ->
                    dynamicTest(
                        s.toString(), () -> Verdicts.check(s, Verdicts.in(watched.report(), s)))));
  }

  private boolean alone(Sample sample) {
    return sample.hangs() || ALONE.stream().anyMatch(sample.name()::endsWith);
  }

  private static DynamicTest single(Jdk jdk, Sample sample) {
    return dynamicTest(
        sample.toString(),
        () -> {
          String halt = "halt-on-deadlock=" + (sample.hangs() ? "on" : "off");
          Outcome outcome = Jvm.watched(jdk, sample.toString(), halt).main(sample.name()).run();
          assertThat(outcome.exit()).as("%s", outcome).isEqualTo(sample.hangs() ? 66 : 0);
          checkRun(outcome.report());
          Verdicts.check(sample, outcome.report().findings());
        });
  }

  private static void checkRun(Report report) {
    assertThat(report.schema()).isEqualTo("racewatch-report/1");
    assertThat(report.runs())
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.canary()).isEqualTo("ok");
              assertThat(run.mode()).isEqualTo("full");
              assertThat(run.instrumented()).isPositive();
              assertThat(run.failures()).isEmpty();
            });
  }
}
