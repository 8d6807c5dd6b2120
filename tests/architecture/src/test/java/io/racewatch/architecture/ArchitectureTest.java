package io.racewatch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules on the product. */
class ArchitectureTest {
  private static final Path ROOT = Path.of("../..");

  @ParameterizedTest
  @MethodSource("io.racewatch.architecture.Arrows#names")
  void aPartUsesOnlyWhatItHasAnArrowTo(String part) {
    Arrows.rule(part).check(Product.CLASSES);
  }

  static Stream<Named<ArchRule>> rules() {
    return Stream.of(
        Named.of("java.base only", Rules.JAVA_BASE_ONLY),
        Named.of("nothing observed in hooks", Rules.NOTHING_OBSERVED_IN_HOOKS),
        Named.of("no sun.misc.Unsafe", Rules.NO_SUN_UNSAFE),
        Named.of("stdout is the program's", Rules.STDOUT_IS_THE_PROGRAMS),
        Named.of("formats apart", Rules.FORMATS_APART),
        Named.of("no cycles", Rules.NO_CYCLES),
        Named.of("every class in a part", Arrows.noneBeside()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProductKeepsTheRule(ArchRule rule) {
    rule.check(Product.CLASSES);
  }

  @Test
  void noInvokedynamicInTheRuntime() throws IOException {
    assertThat(Indy.uses(Product.CLASSES, "io.racewatch.runtime")).isEmpty();
  }

  /** A module that is missing in this module's pom would keep every rule. */
  @Test
  void everyPackageOfTheSourcesIsLookedAt() throws IOException {
    Set<String> seen =
        Product.CLASSES.getDefaultPackage().getSubpackagesInTree().stream()
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());
    List<String> packages = new ArrayList<>();
    for (Path module : modules()) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.endsWith("package-info.java"))
            .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
            .filter(name -> name.startsWith("io.racewatch."))
            .forEach(packages::add);
      }
    }
    assertThat(packages).isNotEmpty().allMatch(seen::contains);
  }

  /** Those of the product that have sources. */
  private static List<Path> modules() throws IOException {
    Pattern module = Pattern.compile("<module>(?!tests/)(.+)</module>");
    return module
        .matcher(Files.readString(ROOT.resolve("pom.xml")))
        .results()
        .map(match -> Path.of(match.group(1)))
        .filter(path -> Files.isDirectory(ROOT.resolve(path).resolve("src/main/java")))
        .toList();
  }
}
