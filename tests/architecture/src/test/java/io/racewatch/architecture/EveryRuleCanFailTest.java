package io.racewatch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule against a class that breaks it and nothing else. */
class EveryRuleCanFailTest {
  @TempDir Path folder;
  private Planted planted;

  @BeforeEach
  void plant() {
    planted = new Planted(folder);
  }

  /** One class for each arrow that is not drawn and each library that is another part's. */
  @ParameterizedTest
  @MethodSource("io.racewatch.architecture.Arrows#names")
  void anArrowThatIsNotDrawn(String part) throws IOException {
    List<String> forbidden = Stream.concat(otherParts(part), libraries(part)).toList();
    for (String each : forbidden) {
      planted.uses("io.racewatch." + part + ".Bad" + each.replace('.', '_'), each);
    }
    List<String> violations =
        Arrows.rule(part).evaluate(planted.read()).getFailureReport().getDetails();
    assertThat(forbidden)
        .isNotEmpty()
        .allMatch(each -> violations.stream().anyMatch(line -> line.contains("<" + each + ">")));
  }

  private static Stream<String> otherParts(String part) {
    return Arrows.names()
        .filter(to -> !Arrows.has(part, to))
        .map(to -> "io.racewatch." + to + ".Other");
  }

  /** The weaver may use ASM, but not its tree. */
  private static Stream<String> libraries(String part) {
    return Stream.of(
            "org.jgrapht.Graph",
            "org.objectweb.asm.tree.ClassNode",
            "net.bytebuddy.ByteBuddy",
            "picocli.CommandLine",
            "com.fasterxml.jackson.core.JsonFactory",
            "org.slf4j.Logger")
        .filter(
            library ->
                !Arrows.allows(part, library)
                    || part.equals("instrument") && library.contains(".tree."));
  }

  @Test
  void aClassBesideTheParts() throws IOException {
    planted.uses("io.racewatch.util.Bad", "java.lang.String");
    assertFails(Arrows.noneBeside());
  }

  @ParameterizedTest
  @MethodSource("baseParts")
  void anotherModuleOfTheJdk(String part) throws IOException {
    planted.uses("io.racewatch." + part + ".Bad", "java.util.logging.Logger");
    assertFails(Rules.JAVA_BASE_ONLY);
  }

  static Stream<String> baseParts() {
    return Stream.of("runtime", "format", "model");
  }

  @ParameterizedTest
  @MethodSource("observed")
  void somethingObservedInTheRuntime(String type) throws IOException {
    planted.uses("io.racewatch.runtime.Bad", type);
    assertFails(Rules.NOTHING_OBSERVED_IN_HOOKS);
  }

  static Stream<String> observed() {
    return Stream.of("java.util.stream.Stream", "java.lang.ThreadLocal");
  }

  @Test
  void theUnsafeThatWarns() throws IOException {
    planted.uses("io.racewatch.instrument.Bad", "sun.misc.Unsafe");
    assertFails(Rules.NO_SUN_UNSAFE);
  }

  @Test
  void aWordOnStdout() throws IOException {
    planted.reads("io.racewatch.runtime.Bad", "java.lang.System", "out", "java.io.PrintStream");
    assertFails(Rules.STDOUT_IS_THE_PROGRAMS);
  }

  @Test
  void aFormatThatKnowsAnother() throws IOException {
    planted.uses("io.racewatch.report.html.Bad", "io.racewatch.report.text.Other");
    planted.uses("io.racewatch.report.text.Other", "java.lang.String");
    assertFails(Rules.FORMATS_APART);
  }

  @Test
  void aCycleOfPackages() throws IOException {
    planted.uses("io.racewatch.engine.Bad", "io.racewatch.engine.gate.Other");
    planted.uses("io.racewatch.engine.gate.Other", "io.racewatch.engine.Bad");
    assertFails(Rules.NO_CYCLES);
  }

  @Test
  void anInvokedynamicInTheRuntime() throws IOException {
    JavaClasses classes = planted.indy("io.racewatch.runtime.Bad").read();
    assertThat(Indy.uses(classes, "io.racewatch.runtime"))
        .containsExactly("io.racewatch.runtime.Bad.m");
  }

  private void assertFails(ArchRule rule) {
    assertThat(rule.evaluate(planted.read()).hasViolation()).isTrue();
  }
}
