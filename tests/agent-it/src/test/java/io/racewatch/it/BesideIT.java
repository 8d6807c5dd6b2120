package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JVMs set up in other ways: collectors, tiny heaps, verifiers, debuggers, odd places and locales.
 */
class BesideIT {
  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aTinyHeapInALocaleWithoutLetters(Jdk jdk) {
    Jvm jvm = Jvm.watched(jdk, "tiny").vm("-XX:+UseSerialGC", "-Xmx16m");
    Map.of("LANG", "C", "LC_ALL", "C").forEach(jvm::environment);
    check(busy(jvm));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theZCollectorAndPathsWithSpaces(Jdk jdk) throws IOException {
    Path folder = Files.createDirectories(Places.folder("spaces").resolve("a b"));
    Path jar = Files.copy(Places.JAR, folder.resolve("race watch.jar"));
    Jvm jvm = Jvm.of(jdk, "zgc").vm("-XX:+UseZGC");
    check(busy(jvm.vm("-javaagent:" + jar + "=output=" + jvm.report())));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withoutArchivesUnderADebugger(Jdk jdk) {
    Jvm jvm =
        Jvm.watched(jdk, "debugged")
            .vm("-XX:+UseParallelGC", "-Xshare:off")
            .vm(
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0");
    check(busy(jvm));
  }

  private static Outcome busy(Jvm jvm) {
    return jvm.main("com.example.programs.Busy").run();
  }

  private static void check(Outcome outcome) {
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.out()).isEqualTo("40000\n");
    assertThat(outcome.foreignLines()).isEmpty();
    assertThat(outcome.report().findings()).isEmpty();
    assertThat(outcome.report().runs()).extracting(Report.Run::canary).containsExactly("ok");
    assertThat(outcome.report().runs().get(0).failures()).isEmpty();
  }
}
