package io.racewatch.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import io.racewatch.model.catalog.Catalog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person reads: the usual guard in numbers, and one finding for one fault. */
class ToldTest {
  private static final String ACCOUNT = "com.example.told.Account";
  private static List<Finding> all;

  @BeforeAll
  static void analyze() {
    all =
        StaticAnalysis.of(
                new StaticInput(
                    List.of(Path.of("target/test-classes/com/example/told").toAbsolutePath()),
                    List.of(Path.of("target/test-classes").toAbsolutePath()),
                    Catalog.load(),
                    StaticInput.Progress.NONE))
            .findings();
  }

  private static Finding about(String title) {
    List<Finding> found = all.stream().filter(each -> each.title().contains(title)).toList();
    assertThat(found).as("one finding about " + title + " in " + all).hasSize(1);
    return found.get(0);
  }

  @Test
  void aRaceTellsTheUsualGuard() {
    Finding finding = about("Account.balance");
    assertThat(finding.rule()).isEqualTo(Rule.DATA_RACE);
    assertThat(finding.explanation().text())
        .contains(
            "3 of 4 places that use it hold Account.lock;"
                + " the write in Account.reset does not. Take it there, too.");
    assertThat(finding.explanation().guard())
        .isEqualTo(new Explanation.Guard(ACCOUNT + ".lock", 3, 4));
  }

  @Test
  void aRaceOnALibraryObjectDoes() {
    Explanation why = about("ArrayList in com.example.told.Account.log").explanation();
    assertThat(why.text())
        .contains(
            "2 of 3 places that use it hold Account.lock; the change in Account.clear does not.");
    assertThat(why.guard()).isEqualTo(new Explanation.Guard(ACCOUNT + ".lock", 2, 3));
  }

  @Test
  void anObjectThatIsItsOwnLock() {
    Explanation why = about("HashMap in com.example.told.Account.KNOWN").explanation();
    assertThat(why.text())
        .contains(
            "2 of 3 places that use it hold Account.KNOWN; the use in Account.isKnown does not.");
    assertThat(why.guard()).isEqualTo(new Explanation.Guard(ACCOUNT + ".KNOWN", 2, 3));
  }

  @Test
  void theMonitorOfTheObjectHasAName() {
    Explanation why = about("Account.limit").explanation();
    assertThat(why.text())
        .contains("2 of 3 places that use it hold the monitor of its Account;")
        .contains("the read in Account.limit does not.");
    assertThat(why.guard()).isEqualTo(new Explanation.Guard(ACCOUNT, 2, 3));
  }

  @Test
  void oneFieldHasOneFinding() {
    Finding finding = about("Account.closed");
    assertThat(finding.rule()).isEqualTo(Rule.SPIN_ON_PLAIN_FIELD);
    assertThat(finding.explanation().text())
        .contains("The same shows as data-race: write in Account.close, read in Account.await.");
  }

  @Test
  void whatIsDeclaredIsToldInNumbers() {
    Finding finding = about("Account.owner");
    assertThat(finding.rule()).isEqualTo(Rule.GUARDED_BY);
    assertThat(finding.explanation().text())
        .isEqualTo(
            "The field is annotated to be guarded by lock. 1 of 2 places that use it hold that;"
                + " the read in Account.sameOwner holds that of another object. Take the one of the"
                + " object that it uses.");
    assertThat(finding.explanation().guard())
        .isEqualTo(new Explanation.Guard(ACCOUNT + ".lock", 1, 2));
  }

  @Test
  void aWaitSaysWhoNeedsTheLock() {
    Finding finding = about("while it holds Account.lock");
    assertThat(finding.rule()).isEqualTo(Rule.BLOCKED_UNDER_LOCK);
    assertThat(finding.title())
        .isEqualTo(
            "Account.settle waits for the end of a thread or task while it holds Account.lock");
    assertThat(finding.explanation().text())
        .contains("Account.pay needs Account.lock before it can end");
  }

  @Test
  void arraysOfOneTypeAreNotOne() {
    assertThat(all.stream().filter(each -> each.members().contains("int[]"))).hasSize(2);
  }
}
