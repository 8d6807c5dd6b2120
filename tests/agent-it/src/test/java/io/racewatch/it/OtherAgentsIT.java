package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.jacoco.agent.AgentJar;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.objenesis.Objenesis;

/** Two agents in one JVM. */
class OtherAgentsIT {
  private static final List<String> COVERED =
      List.of("language.Variety", "counter.StaticCounter", "publication.UnsafePublication");
  private static final String RUNNER = "com.example.support.SampleRunner";

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void coverageIsTheSameWithJacocoOnEitherSide(Jdk jdk) throws IOException {
    List<Sample> samples =
        Sample.all().stream().filter(s -> COVERED.contains(s.toString())).toList();
    String[] names = samples.stream().map(Sample::name).toArray(String[]::new);
    Jvm alone = Jvm.of(jdk, "jacoco");
    Path expected = withJacoco(alone).main(RUNNER, names).run().folder();
    Jvm before = withJacoco(Jvm.of(jdk, "jacoco-first"));
    Outcome second = before.agent("output=" + before.report()).main(RUNNER, names).run();
    Outcome first = withJacoco(Jvm.watched(jdk, "jacoco-second")).main(RUNNER, names).run();
    assertThat(coverage(expected)).isNotEmpty();
    for (Outcome outcome : List.of(first, second)) {
      assertThat(coverage(outcome.folder())).as("%s", outcome).isEqualTo(coverage(expected));
      samples.forEach(s -> Verdicts.check(s, Verdicts.in(outcome.report(), s)));
      assertThat(Verdicts.elsewhere(outcome.report(), samples)).isEmpty();
      assertThat(outcome.report().runs().get(0).failures()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "alone"})
  void mockitoStillMocks(String where) throws Exception {
    Path mockito = jar(Mockito.class);
    List<Path> classPath =
        new ArrayList<>(List.of(Places.SAMPLE_CLASSES, Places.PROGRAMS, mockito));
    Stream.of(ByteBuddy.class, Objenesis.class, net.bytebuddy.agent.ByteBuddyAgent.class)
        .map(OtherAgentsIT::jar)
        .forEach(classPath::add);
    Jvm jvm = Jvm.of(Jdk.current(), "mockito-" + where);
    if (where.equals("before")) {
      jvm.vm("-javaagent:" + mockito);
    }
    jvm.agent("output=" + jvm.report());
    if (where.equals("after")) {
      jvm.vm("-javaagent:" + mockito);
    }
    Outcome outcome = jvm.main(classPath, "com.example.programs.Mocking").run();
    assertThat(outcome.out()).as("%s", outcome).isEqualTo("3 42 5\n10\n");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.report().findings())
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(finding.members())
                    .containsExactly("com.example.programs.Mocking$Ledger.sum"));
  }

  @Test
  void oursTwiceIsOnce() {
    Jvm jvm = Jvm.watched(Jdk.current(), "twice");
    Outcome outcome = jvm.agent("output=" + jvm.report()).main("com.example.programs.Hello").run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.out()).isEqualTo("hello\n");
    assertThat(outcome.report().runs()).hasSize(1);
  }

  private static Jvm withJacoco(Jvm jvm) throws IOException {
    File agent = Places.folder("jacoco-agent").resolve("jacocoagent.jar").toFile();
    AgentJar.extractTo(agent);
    return jvm.vm(
        "-javaagent:"
            + agent
            + "=destfile=jacoco.exec,includes=com.example.*,excludes=com.example.support.*");
  }

  /**
   * The probes that were hit, by class and id: the id is a checksum of the class as JaCoCo saw it.
   */
  private static Map<String, String> coverage(Path folder) throws IOException {
    ExecFileLoader loader = new ExecFileLoader();
    loader.load(folder.resolve("jacoco.exec").toFile());
    return loader.getExecutionDataStore().getContents().stream()
        .collect(
            Collectors.toMap(
                data -> data.getName() + " " + Long.toHexString(data.getId()),
                data -> Arrays.toString(data.getProbes()),
                (one, other) -> one,
                TreeMap::new));
  }

  private static Path jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
