package io.racewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/rules.md} to the rules. */
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/rules.md");
  private static final Pattern HEADING = Pattern.compile("(?m)^## `([^`]+)`$");

  @Test
  void everyRuleHasASectionInTheOrderOfTheRules() throws IOException {
    List<String> sections =
        HEADING.matcher(page()).results().map((MatchResult m) -> m.group(1)).toList();

    assertThat(sections).containsExactlyElementsOf(Stream.of(Rule.values()).map(Rule::id).toList());
  }

  @Test
  void everyCertaintyIsExplained() throws IOException {
    for (Certainty certainty : Certainty.values()) {
      assertThat(page()).contains("| `" + certainty.id() + "` |");
    }
  }

  private static String page() throws IOException {
    return Files.readString(Files.exists(PAGE) ? PAGE : Path.of("..").resolve(PAGE));
  }
}
