package io.racewatch.model.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionParserTest {
  @Test
  void readsEveryKindWithReasonAndDate() throws SuppressionException {
    List<Suppression> lines =
        SuppressionParser.parse(
            "s.txt",
            """
            # a comment

            race:com.acme.Foo.counter -- statistics only, see #12
            deadlock:com.acme.A until=2027-01-31 -- known, is being mended
              top:com.acme.Foo.*   --   generated
            called-from:org.lib.* -- theirs until=2026-12-01
            """);
    assertThat(lines)
        .containsExactly(
            line(Kind.RACE, "com.acme.Foo.counter", null, "statistics only, see #12", 3),
            line(Kind.DEADLOCK, "com.acme.A", "2027-01-31", "known, is being mended", 4),
            line(Kind.TOP, "com.acme.Foo.*", null, "generated", 5),
            line(Kind.CALLED_FROM, "org.lib.*", "2026-12-01", "theirs", 6));
  }

  private static Suppression line(Kind kind, String pattern, String until, String why, int number) {
    LocalDate date = until == null ? null : LocalDate.parse(until);
    return new Suppression(kind, pattern, date, why, "s.txt", number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "race:a.B.c|'race:a.B.c' has no reason; write it after ' -- '",
        "race:a.B.c -- |'race:a.B.c' has no reason; write it after ' -- '",
        "rase:a.B.c -- x|there is no kind 'rase'; the nearest is 'race'",
        "a.B.c -- x|'a.B.c' is not KIND:PATTERN",
        "race: -- x|'' is not a pattern",
        "race:a.B.c until=tomorrow -- x|'until=tomorrow' is not until=YYYY-MM-DD",
        "race:a.B.c unless=2026-01-01 -- x|'a.B.c unless=2026-01-01' is not a pattern",
      })
  void wrongLinesAreNamed(String line, String message) {
    assertThatThrownBy(() -> SuppressionParser.parse("s.txt", "# first\n" + line))
        .isInstanceOf(SuppressionException.class)
        .hasMessage("s.txt:2: " + message);
  }

  @Test
  void allWrongLinesAreNamedAtOnce() {
    assertThatThrownBy(() -> SuppressionParser.parse("s.txt", "race:a\r\nb:c -- x"))
        .hasMessageContaining("s.txt:1: ")
        .hasMessageContaining("; s.txt:2: ");
  }
}
