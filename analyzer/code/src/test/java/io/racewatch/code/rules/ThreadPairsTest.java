package io.racewatch.code.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.suite.LambdaInLoop;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadPairsTest {
  @Test
  void tasksThatRunBesideEachOtherRace() {
    List<Finding> found = Analyzed.of(LambdaInLoop.class);

    assertThat(found)
        .filteredOn(finding -> finding.certainty() == Certainty.LIKELY)
        .extracting(Finding::rule, finding -> finding.members().get(0))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                Rule.DATA_RACE, LambdaInLoop.class.getName() + "$Submitted.racyHits"),
            org.assertj.core.groups.Tuple.tuple(Rule.API_RACE, "java.util.ArrayList"));
    assertThat(found).allMatch(finding -> !finding.accesses().get(0).stack().isEmpty());
  }
}
