package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JIT is told of the weaver; see decision 014. */
class DirectivesIT {
  @ParameterizedTest
  @MethodSource("io.racewatch.it.Jdk#all")
  void theJitIsToldOfOurClassesAndNotOfTheProgramsAsm(Jdk jdk) throws Exception {
    Path jar =
        Path.of(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Outcome outcome =
        Jvm.watched(jdk, "directives", "exit-budget=60s")
            .main(List.of(Places.PROGRAMS, jar), "com.example.programs.Directives", jar.toString())
            .run();
    assertThat(outcome.out().strip()).as("%s", outcome).isEqualTo("true false");
  }
}
