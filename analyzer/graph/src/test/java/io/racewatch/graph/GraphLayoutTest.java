package io.racewatch.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures are the same each time, and no two nodes lie on one another. */
class GraphLayoutTest {
  private static List<int[]> ring(int from, int to) {
    List<int[]> edges = new ArrayList<>();
    for (int i = from; i < to; i++) {
      edges.add(new int[] {i, i + 1 == to ? from : i + 1});
    }
    return edges;
  }

  @Test
  void nodesLieApartAndTheSameEachTime() {
    List<int[]> edges = ring(0, 5);
    edges.addAll(ring(5, 7));
    edges.addAll(ring(7, 30));
    edges.add(new int[] {3, 3});
    List<GraphLayout.Spot> spots = GraphLayout.of(31, edges);
    assertThat(spots).hasSize(31).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(GraphLayout.of(31, edges)).isEqualTo(spots);
    assertThat(spots)
        .allSatisfy(
            s -> {
              assertThat(s.x()).isBetween(0.0, 2000.0);
              assertThat(s.y()).isBetween(0.0, 2000.0);
            });
  }

  @Test
  void aPairLiesSideBySide() {
    List<GraphLayout.Spot> spots = GraphLayout.of(2, ring(0, 2));
    assertThat(Math.abs(spots.get(0).x() - spots.get(1).x())).isGreaterThan(200);
    assertThat(spots.get(0).y()).isEqualTo(spots.get(1).y());
  }

  @Test
  void anEmptyGraphHasNoPlaces() {
    assertThat(GraphLayout.of(0, List.of())).isEmpty();
  }
}
