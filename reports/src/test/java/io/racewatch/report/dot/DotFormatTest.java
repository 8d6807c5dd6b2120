package io.racewatch.report.dot;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.LockRef;
import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotFormatTest {
  @Test
  void normalReportIsAsAgreed() {
    Golden.check("normal.dot", Golden.render(new DotFormat(), SampleReports.normal()));
  }

  @Test
  void cleanRunIsAnEmptyGraph() {
    assertThat(Golden.render(new DotFormat(), SampleReports.clean())).doesNotContain("->");
  }

  @Test
  void namesCannotLeaveTheirQuotes() {
    Finding cycle = SampleReports.normal().findings().get(1);
    CycleEdge edge = cycle.cycle().get(0);
    LockRef evil = new LockRef("a\\\"];b", "", "x", "exclusive", null);
    CycleEdge bad = new CycleEdge(null, evil, List.of(), edge.wants(), List.of());
    Finding planted =
        new Finding(
            cycle.fingerprint(),
            cycle.rule(),
            cycle.certainty(),
            cycle.evidence(),
            cycle.scope(),
            cycle.status(),
            null,
            cycle.title(),
            cycle.members(),
            1,
            List.of(),
            List.of(bad),
            null,
            List.of());
    assertThat(Golden.render(new DotFormat(), SampleReports.of(List.of(planted))))
        .contains("\"a\\\\\\\"];b\" -> \"com.acme.Log.lock (ReentrantLock#5)\"");
  }
}
