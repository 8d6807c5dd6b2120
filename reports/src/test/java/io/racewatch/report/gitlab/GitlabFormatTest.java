package io.racewatch.report.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import org.junit.jupiter.api.Test;

class GitlabFormatTest {
  @Test
  void normalReportIsAsAgreed() {
    Golden.check("normal.gitlab.json", Golden.render(new GitlabFormat(), SampleReports.normal()));
  }

  @Test
  void cleanRunIsAnEmptyList() {
    assertThat(Golden.render(new GitlabFormat(), SampleReports.clean())).isEqualTo("[]\n");
  }
}
