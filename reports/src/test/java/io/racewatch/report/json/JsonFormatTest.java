package io.racewatch.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SpecificationVersion;
import io.racewatch.model.Report;
import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import io.racewatch.report.Schemas;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFormatTest {
  private static final String SCHEMA = "/io/racewatch/report/racewatch-report-1.schema.json";

  private static String render(Report report) {
    return Golden.render(new JsonFormat(), report);
  }

  private static List<Error> errors(String document) {
    return Schemas.errors(SCHEMA, SpecificationVersion.DRAFT_2020_12, document);
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
  void everyReportKeepsToTheSchema(Report report) {
    assertThat(errors(render(report))).isEmpty();
  }

  @Test
  void schemaRefusesWhatTheContractForbids() {
    String good = render(SampleReports.normal());
    assertThat(
            errors(
                good.replace("\"tests\": []", "\"tests\": null")
                    .replace("\"locksHeld\": []", "\"locksHeld\": null")))
        .isNotEmpty();
    assertThat(errors(good.replace("\"certain\",", "\"sure\","))).isNotEmpty();
    assertThat(errors(good.replace("\"line\": 10", "\"line\": -1"))).isNotEmpty();
  }

  @Test
  void normalReportIsAsAgreed() {
    Golden.check("normal.json", render(SampleReports.normal()));
  }

  @Test
  void coverageIsOfStaticCandidatesOnly() {
    assertThat(render(SampleReports.staticOnly())).contains("\"coverage\": \"not-reached\"");
    assertThat(render(SampleReports.normal())).doesNotContain("\"coverage\"");
  }

  @Test
  void hostileNamesAreDataAndStayWhole() {
    assertThat(render(SampleReports.hostile()))
        .contains("\\u001B[2J\u202Egpj\uFFFD\\u0000\\\"&\\r\\n::error::]]>")
        .contains("x".repeat(65_535))
        .doesNotContain("\\uD8"); // half a pair: strict parsers refuse it
  }
}
