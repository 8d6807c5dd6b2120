package io.racewatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Report;
import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each format, also for those that are yet to come. */
class EveryFormatTest {
  static Collection<ReportFormat> formats() {
    return Reports.formats().values();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void rendersTwiceTheSame(ReportFormat format) {
    Report report = SampleReports.normal();
    assertThat(Golden.render(format, report)).isNotEmpty().isEqualTo(Golden.render(format, report));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void copesWithFindingsThatKnowLittle(ReportFormat format) {
    assertThat(Golden.render(format, SampleReports.sparse())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noControlCharacterComesThrough(ReportFormat format) {
    String rendered = Golden.render(format, SampleReports.hostile());
    assertThat(rendered.chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
  }
}
