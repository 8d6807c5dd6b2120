package io.racewatch.code.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.code.StaticAnalysis;
import io.racewatch.code.StaticInput;
import io.racewatch.code.StaticResult;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Evidence;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Rule;
import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs beside this test carry their verdict: {@code // likely: RULE} or {@code // possible:
 * RULE} at the line of the first access of a finding. Both directions count.
 */
class PatternsTest {
  private static final Path SOURCES =
      Path.of("src/test/java/io/racewatch/code/pattern/programs").toAbsolutePath();
  private static final Path CLASSES =
      Path.of("target/test-classes/io/racewatch/code/pattern/programs").toAbsolutePath();
  private static final Pattern VERDICT = Pattern.compile("// (likely|possible): ([a-z, -]+)$");

  /** Rules that other parts of the static half, or only a run, report. */
  private static final Set<Rule> ELSEWHERE =
      EnumSet.of(
          Rule.DATA_RACE,
          Rule.API_RACE,
          Rule.UNGUARDED_WRITE,
          Rule.DEADLOCK,
          Rule.LOCK_ORDER_CYCLE,
          Rule.GUARDED_BY);

  private static StaticResult result;

  @BeforeAll
  static void analyze() {
    result =
        StaticAnalysis.of(
            new StaticInput(
                List.of(CLASSES),
                List.of(Path.of("target/test-classes")),
                Catalog.load(),
                StaticInput.Progress.NONE));
  }

  static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("package-info.java"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void whatItsSourceSays(String program) throws IOException {
    assertThat(found(program)).isEqualTo(expected(program));
  }

  @Test
  void everyPatternRuleHasAPositiveCase() throws IOException {
    Set<Rule> seen = EnumSet.noneOf(Rule.class);
    for (String program : programs()) {
      for (String line : expected(program)) {
        seen.add(Rule.of(line.substring(line.lastIndexOf(' ') + 1)));
      }
    }
    Set<Rule> table = EnumSet.noneOf(Rule.class);
    Patterns.ALL.forEach(rule -> table.add(rule.rule()));
    assertThat(seen).isEqualTo(table);
  }

  @Test
  void everyFindingCanBeShown() {
    assertThat(result.findings()).isNotEmpty();
    for (Finding finding : result.findings()) {
      assertThat(finding.members()).isNotEmpty();
      assertThat(finding.accesses()).isNotEmpty().allMatch(a -> a.stack().get(0).line() > 0);
      assertThat(finding.certainty()).isNotEqualTo(Certainty.CERTAIN);
      assertThat(finding.evidence()).isEqualTo(Evidence.STATIC);
      assertThat(finding.explanation().text()).isNotBlank();
    }
    assertThat(result.broken()).isEmpty();
  }

  @Test
  void aFieldOfAServletIsToldOnce() {
    String member = "io.racewatch.code.pattern.programs.Servlets.user";
    assertThat(result.findings())
        .filteredOn(finding -> finding.members().contains(member))
        .extracting(Finding::rule)
        .containsExactly(Rule.MUTABLE_SERVLET_FIELD);
  }

  private static TreeSet<String> found(String program) {
    return result.findings().stream()
        .filter(f -> !ELSEWHERE.contains(f.rule()))
        .filter(f -> top(f).file().equals(program))
        .map(f -> top(f).line() + " " + f.certainty().id() + " " + f.rule().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Frame top(Finding finding) {
    Access first = finding.accesses().get(0);
    return first.stack().get(0);
  }

  private static TreeSet<String> expected(String program) throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    List<String> lines = Files.readAllLines(SOURCES.resolve(program));
    for (int i = 0; i < lines.size(); i++) {
      Matcher verdict = VERDICT.matcher(lines.get(i));
      if (verdict.find()) {
        for (String rule : verdict.group(2).split(", ")) {
          expected.add((i + 1) + " " + verdict.group(1) + " " + rule);
        }
      }
    }
    return expected;
  }
}
