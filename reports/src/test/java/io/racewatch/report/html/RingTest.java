package io.racewatch.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.report.SampleFindings;
import io.racewatch.report.SampleReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void boxesAreInThePictureAndApart(int n) {
    Ring ring = Ring.of(SampleFindings.ring(n));
    assertThat(ring.nodes()).hasSize(n);
    assertThat(ring.arrows()).hasSize(n);
    for (Ring.Node node : ring.nodes()) {
      assertThat(node.left()).isNotNegative();
      assertThat(node.left() + node.width()).isLessThanOrEqualTo(ring.width());
      assertThat(node.top()).isNotNegative();
      assertThat(node.top() + Ring.BOX_HEIGHT).isLessThanOrEqualTo(ring.height());
      assertThat(ring.nodes().stream().filter(other -> overlap(node, other))).containsOnly(node);
    }
  }

  @Test
  void arrowLeadsFromHeldToWanted() {
    Ring ring = Ring.of(SampleFindings.ring(2));
    assertThat(ring.nodes().get(0).label()).isEqualTo("Department0.lock");
    assertThat(ring.arrows().get(0).label()).isEqualTo("clerk-0");
    assertThat(ring.nodes().get(0).x()).isLessThan(ring.nodes().get(1).x());
    // Over the top from left to right: the label of the first thread is above that of the second.
    assertThat(ring.arrows().get(0).y()).isLessThan(ring.arrows().get(1).y());
  }

  @Test
  void racesAndHugeCyclesAreNotDrawn() {
    assertThat(Ring.fits(SampleReports.normal().findings().get(0))).isFalse();
    assertThat(Ring.fits(SampleFindings.ring(7))).isFalse();
  }

  private static boolean overlap(Ring.Node a, Ring.Node b) {
    return Math.abs(a.x() - b.x()) < (a.width() + b.width()) / 2
        && Math.abs(a.y() - b.y()) < Ring.BOX_HEIGHT;
  }
}
