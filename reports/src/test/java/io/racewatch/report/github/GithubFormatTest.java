package io.racewatch.report.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Report;
import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubFormatTest {
  private static List<String> lines(Report report) {
    return Golden.render(new GithubFormat(""), report).lines().toList();
  }

  @Test
  void findingIsAnAnnotationAtItsPlace() {
    assertThat(lines(SampleReports.normal()))
        .hasSize(5)
        .first()
        .asString()
        .startsWith(
            "::error file=com/acme/Counter.java,line=10,endLine=10,title=racewatch data-race::"
                + "com.acme.Counter.value: write in Counter.add, read in Counter.get%0Aat com");
  }

  @Test
  void worstTenAreShownAndTheRestCounted() {
    assertThat(lines(SampleReports.huge()))
        .hasSize(11)
        .last()
        .isEqualTo("::notice title=racewatch::990 more findings are in the other reports");
  }

  @Test
  void hostileNamesAreNoCommandsAndNoProperties() {
    List<String> lines = lines(SampleReports.hostile());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).doesNotContain("%00").contains("%3A%3Aerror");
  }

  @Test
  void summaryIsAppendedAndEscaped(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("summary.md"), "before\n");
    Golden.render(new GithubFormat(file.toString()), SampleReports.hostile());
    assertThat(file).content().startsWith("before\n### racewatch: 1 certain\n");
    assertThat(file).content().contains("\\<script\\>").doesNotContain("<script>");
  }

  @Test
  void blindRunIsAnError() {
    assertThat(lines(SampleReports.blind())).singleElement().asString().contains("BLIND RUN");
  }
}
