package io.racewatch.report.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Finding;
import io.racewatch.model.suppress.Suppression;
import io.racewatch.model.suppress.SuppressionException;
import io.racewatch.model.suppress.SuppressionParser;
import io.racewatch.report.SampleReports;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionLineTest {
  @Test
  void pastedLineSilencesItsFinding() throws SuppressionException {
    for (Finding finding : SampleReports.normal().findings()) {
      List<Suppression> parsed = SuppressionParser.parse("pasted", SuppressionLine.of(finding));
      assertThat(parsed).singleElement().matches(line -> line.matches(finding));
    }
  }

  @Test
  void raceOnLibraryObjectSilencesItsPlaceNotEveryMap() {
    Finding apiRace = SampleReports.normal().findings().get(2);
    assertThat(SuppressionLine.of(apiRace)).startsWith("top:com.acme.Cache.store -- ");
  }
}
