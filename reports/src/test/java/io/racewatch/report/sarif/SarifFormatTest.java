package io.racewatch.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.racewatch.model.Report;
import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import io.racewatch.report.Schemas;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifFormatTest {
  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";

  private static String render(Report report) {
    return Golden.render(new SarifFormat(), report);
  }

  static Stream<Report> reports() {
    return Stream.of(
        SampleReports.normal(),
        SampleReports.clean(),
        SampleReports.blind(),
        SampleReports.staticOnly(),
        SampleReports.sparse(),
        SampleReports.huge(),
        SampleReports.hostile());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyReportKeepsToTheStandard(Report report) {
    assertThat(Schemas.errors(SCHEMA, SpecificationVersion.DRAFT_7, render(report))).isEmpty();
  }

  @Test
  void standardRefusesAnUnknownLevel() {
    String broken =
        render(SampleReports.normal()).replace("\"level\": \"error\"", "\"level\": \"x\"");
    assertThat(Schemas.errors(SCHEMA, SpecificationVersion.DRAFT_7, broken)).isNotEmpty();
  }

  @Test
  void normalReportIsAsAgreed() {
    Golden.check("normal.sarif", render(SampleReports.normal()));
  }

  @Test
  void colonInPathIsNoScheme() {
    assertThat(render(SampleReports.hostile())).doesNotContain("\"uri\": \"a");
  }

  @Test
  void blindRunDidNotSucceed() {
    assertThat(render(SampleReports.blind())).contains("\"executionSuccessful\": false");
  }
}
