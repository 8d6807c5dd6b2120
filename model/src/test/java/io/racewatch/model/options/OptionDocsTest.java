package io.racewatch.model.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/options.md} to the table. After a change of the table, run it once with {@code
 * -Dracewatch.write-docs=true} to write the file anew.
 */
class OptionDocsTest {
  @Test
  void theCommittedPageIsTheGeneratedOne() throws IOException {
    Path page = Path.of("..", "docs", "options.md");
    if (Boolean.getBoolean("racewatch.write-docs")) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, OptionDocs.markdown());
    }
    assertThat(page).hasContent(OptionDocs.markdown());
  }

  @Test
  void aHelpLineHasNoMarkup() {
    assertThat(OptionDocs.line(Option.FAIL_ON)).endsWith("(default: certain)").doesNotContain("`");
  }

  @Test
  void everyDefaultIsItselfAValidValue() {
    for (Option option : Option.values()) {
      if (!option.defaultValue().isEmpty()) {
        OptionCheck.check(option, option.defaultValue(), option.key());
      }
    }
  }
}
