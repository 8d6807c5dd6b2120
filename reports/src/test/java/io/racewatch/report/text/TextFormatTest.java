package io.racewatch.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Report;
import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormatTest {
  private static String render(Report report) {
    return Golden.render(new TextFormat(), report);
  }

  @Test
  void normalReportIsAsAgreed() {
    Golden.check("normal.txt", render(SampleReports.normal()));
  }

  @Test
  void verboseShowsEverything() {
    Golden.check("verbose.txt", render(SampleReports.verbose()));
  }

  @Test
  void cleanRunIsOneLine() {
    assertThat(render(SampleReports.clean()))
        .isEqualTo(
            "[racewatch] no findings — JVM 4711 (app.jar): 1,234 classes watched, 3 skipped,"
                + " 0 failed; mode full, ended normal, canary ok\n");
  }

  @Test
  void whatIsOnlyCountedCanBeFound() {
    assertThat(render(SampleReports.normal()))
        .contains("[racewatch] note: 1 possible finding is only counted here; ");
    assertThat(render(SampleReports.clean())).doesNotContain("only counted here");
    assertThat(render(SampleReports.verbose())).doesNotContain("only counted here");
  }

  @Test
  void blindRunSaysSoFirst() {
    assertThat(render(SampleReports.blind()))
        .startsWith("[racewatch] BLIND RUN: ")
        .doesNotContain("no findings —");
  }

  @Test
  void tenInFullThirtyAsLinesTheRestCounted() {
    List<String> lines = render(SampleReports.huge()).lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("  to silence: "))).hasSize(10);
    assertThat(lines.stream().filter(line -> line.matches("\\d+\\. .*"))).hasSize(40);
    assertThat(lines).contains("… and 960 more, in the other reports");
  }

  @Test
  void ownCodeComesBeforeLibraries() {
    List<String> heads =
        render(SampleReports.huge()).lines().filter(line -> line.matches("\\d+\\. .*")).toList();
    assertThat(heads).noneMatch(line -> line.contains("(library)"));
  }

  @Test
  void findingTakesAboutTwentyLines() {
    String first = render(SampleReports.normal()).split("\n\n")[1];
    assertThat(first.lines().count()).isBetween(12L, 22L);
  }

  @Test
  void hostileNamesReachTheTerminalEscapedAndCut() {
    String text = render(SampleReports.hostile());
    assertThat(text).doesNotContain("\u001b", "\u202E", "\u0000", "\r", "\n::error");
    assertThat(text).contains("\\u001B[2J\\u202E").hasSizeLessThan(20_000);
  }

  @Test
  void sourceLineIsQuotedWhereItIsKnown() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextFormat()
        .write(
            SampleReports.normal(),
            frame -> frame.method().equals("add") ? "    value++;\u001b" : "",
            out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("at com.acme.Counter.add(Counter.java:10)\n       > value++;\\u001B\n");
  }
}
