package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A heap without room: no error of ours reaches the program, and none of its own is lost. */
class FullHeapIT {
  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theProgramsOwnErrorsAreAsEver(Jdk jdk) {
    String[] options = {"-Xmx40m", "-XX:+UseSerialGC"};
    String main = "com.example.programs.FullHeap";
    Outcome plain = Jvm.of(jdk, "full-plain").vm(options).main(main).run();
    Outcome watched = Jvm.watched(jdk, "full", "exit-budget=60s").vm(options).main(main).run();
    assertThat(plain.exit()).as("%s", plain).isZero();
    assertThat(watched.out()).as("%s", watched).isEqualTo(plain.out());
    assertThat(watched.exit()).isZero();
    assertThat(watched.err()).doesNotContain("OutOfMemoryError").doesNotContain("Exception in");
    assertThat(watched.report().runs()).extracting(Report.Run::canary).containsExactly("ok");
    assertThat(watched.report().findings())
        .isNotEmpty()
        .allMatch(f -> f.members().equals(List.of("com.example.programs.FullHeap.raced")));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whereOurAllocationsFailTheProgramGoesOn(Jdk jdk) throws IOException {
    String main = "com.example.programs.Starved";
    Outcome plain = Jvm.of(jdk, "starved-plain").main(main).run();
    Jvm jvm = Jvm.of(jdk, "starved");
    Outcome watched =
        Sabotage.starving(jvm).agent("exit-budget=60s,output=" + jvm.report()).main(main).run();
    String expected = plain.out().replace("4 false\n", "4 true\n");
    assertThat(plain.exit()).as("%s", plain).isZero();
    assertThat(watched.out()).as("%s", watched).isEqualTo(expected);
    assertThat(watched.exit()).isZero();
    assertThat(watched.err()).doesNotContain("OutOfMemoryError").doesNotContain("\tat ");
    assertThat(watched.err()).contains("data race on com.example.programs.Starved.raced");
    assertThat(watched.err()).contains("no race of this run is certain");
    assertThat(watched.report().runs()).extracting(Report.Run::canary).containsExactly("ok");
    assertThat(watched.report().findings())
        .as("certain ones")
        .filteredOn(f -> f.certainty().equals("certain"))
        .isEmpty();
  }
}
