package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Certainty;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnguardedFindingsTest {
  private static final String TOTAL = "com.acme.Bank.total";
  private static final Entry.Side WRITE =
      Story.side(2, 1, 1, "write", TOTAL, "com.acme.Bank.reset:5");
  private static final Entry.Side READ = Story.side(3, 1, 1, "read", TOTAL, "com.acme.Bank.sum:9");

  private static Story story() {
    return new Story(3)
        .start(2, 1)
        .start(3, 2)
        .add(new Entry.Unguarded(TOTAL, WRITE, READ, "com.acme.Bank.lock", 41, 42));
  }

  @Test
  void isPossibleAndNamesTheGuard() {
    List<Finding> findings = story().end().report().findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rule()).isEqualTo(Rule.UNGUARDED_WRITE);
    assertThat(findings.get(0).certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(findings.get(0).explanation().guard())
        .isEqualTo(new Explanation.Guard("com.acme.Bank.lock", 41, 42));
  }

  @Test
  void isLeftOutWhereTheMemberRaces() {
    assertThat(story().race(WRITE, READ).end().report().findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.DATA_RACE);
  }
}
