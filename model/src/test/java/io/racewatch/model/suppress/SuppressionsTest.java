package io.racewatch.model.suppress;

import static io.racewatch.model.Findings.access;
import static io.racewatch.model.Findings.cycle;
import static io.racewatch.model.Findings.edge;
import static io.racewatch.model.Findings.frame;
import static io.racewatch.model.Findings.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Finding;
import io.racewatch.model.Operation;
import io.racewatch.model.Status;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final Finding RACE =
      race(
          "com.acme.Foo.data[]",
          access("com.acme.Foo.data[]", Operation.WRITE, frame("com.acme.Foo", "put", 3)),
          access(
              "com.acme.Foo.data[]",
              Operation.READ,
              frame("java.util.Arrays", "copyOf", 1),
              frame("com.acme.Foo", "all", 7),
              frame("org.lib.Caller", "run", 9)));

  private static final Finding CYCLE =
      cycle(
          edge("a.A.lock", frame("a.A", "f", 1), "b.B.lock", frame("a.A", "g", 2)),
          edge("b.B.lock", frame("b.B", "f", 1), "a.A.lock", frame("c.C", "g", 2)));

  private static Suppressions of(String text) throws SuppressionException {
    return Suppressions.of(SuppressionParser.parse("s.txt", text), TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "race:com.acme.Foo.data[],true,false",
    "race:com.acme.Foo.data,true,false",
    "race:com.acme.*,true,false",
    "race:com.acme.Foo,true,false",
    "race:com.acme.Fo,false,false",
    "race:a.A.lock,false,false",
    "deadlock:a.A,false,true",
    "deadlock:a.A.lock,false,true",
    "deadlock:c.C,false,true",
    "deadlock:d.D,false,false",
    "deadlock:com.acme.*,false,false",
    "top:com.acme.Foo.put,true,false",
    "top:com.acme.Foo.all,true,false",
    "top:java.util.Arrays.copyOf,true,false",
    "top:org.lib.Caller.run,false,false",
    "top:a.A.g,false,true",
    "called-from:org.lib.*,true,false",
    "called-from:b.B.f,false,true",
    "called-from:nowhere.*,false,false",
  })
  void matches(String line, boolean race, boolean deadlock) throws SuppressionException {
    Suppressions suppressions = of(line + " -- why");
    assertThat(suppressions.apply(RACE).status() == Status.SUPPRESSED).isEqualTo(race);
    assertThat(suppressions.apply(CYCLE).status() == Status.SUPPRESSED).isEqualTo(deadlock);
  }

  @Test
  void unusedAndExpiredLinesAreRemarked() throws SuppressionException {
    Suppressions suppressions =
        of("race:com.acme.Foo.* until=2026-11-19 -- a\nrace:never.* -- b\ndeadlock:a.A -- c");
    assertThat(suppressions.apply(RACE).status()).isEqualTo(Status.NEW);
    assertThat(suppressions.apply(CYCLE).status()).isEqualTo(Status.SUPPRESSED);
    assertThat(suppressions.remarks())
        .containsExactly(
            "suppression expired on 2026-11-19: race:com.acme.Foo.* (s.txt:1)",
            "suppression not used: race:never.* (s.txt:2)");
  }

  @Test
  void theLastDayStillCounts() throws SuppressionException {
    Suppressions suppressions = of("race:com.acme.Foo.* until=2026-11-20 -- a");
    assertThat(suppressions.apply(RACE).status()).isEqualTo(Status.SUPPRESSED);
    assertThat(suppressions.remarks()).isEmpty();
  }

  @Test
  void theShippedListHoldsAndIsNeverUnused() throws SuppressionException {
    String member = "com.github.benmanes.caffeine.cache.FrequencySketch.table[]";
    Finding finding =
        race(
            member,
            access(member, Operation.WRITE, frame("x.Y", "put", 3)),
            access(member, Operation.READ, frame("x.Y", "get", 3)));
    Suppressions suppressions = of("");
    assertThat(suppressions.reason(finding)).contains("estimate");
    assertThat(of("").remarks()).isEmpty();
  }

  @Test
  void theBaselineKnowsByFingerprintAndLeavesTheSuppressedAlone() {
    Baseline baseline = new Baseline(Set.of(RACE.fingerprint()));
    assertThat(baseline.apply(RACE).status()).isEqualTo(Status.KNOWN);
    assertThat(baseline.apply(CYCLE).status()).isEqualTo(Status.NEW);
    assertThat(baseline.apply(RACE.withStatus(Status.SUPPRESSED)).status())
        .isEqualTo(Status.SUPPRESSED);
  }
}
