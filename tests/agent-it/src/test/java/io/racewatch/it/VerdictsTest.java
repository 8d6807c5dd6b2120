package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.racewatch.it.Report.Finding;
import io.racewatch.it.Report.Frame;
import io.racewatch.it.Report.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comparison itself: it must notice what is missing, extra, or points to the wrong line. */
class VerdictsTest {
  private static final String COUNTER = "com.example.counter.StaticCounter";
  private final Sample sample = sample(COUNTER);

  @Test
  void theSourcesSayWhatIsExpected() {
    assertThat(sample.expected()).containsExactly("data-race [" + COUNTER + ".value]");
    assertThat(sample.racy()).hasSize(2);
    assertThat(sample("com.example.publication.LazyInit").expected())
        .containsExactly(
            "data-race [com.example.publication.LazyInit.instance,"
                + " com.example.publication.LazyInit$Settings.size]");
    assertThat(sample("com.example.deadlocks.DiningPhilosophers").hangs()).isTrue();
    assertThat(sample("com.example.threads.VirtualRace").jdk()).isEqualTo(21);
    assertThat(sample("com.example.counter.SynchronizedCounter").expected()).isEmpty();
  }

  @Test
  void theExpectedFindingPasses() {
    Verdicts.check(sample, List.of(finding(".value", line())));
  }

  @Test
  void aMissingFindingFails() {
    assertThatThrownBy(() -> Verdicts.check(sample, List.of())).isInstanceOf(AssertionError.class);
  }

  @Test
  void anExtraFindingFails() {
    List<Finding> findings = List.of(finding(".value", line()), finding(".other", line()));
    assertThatThrownBy(() -> Verdicts.check(sample, findings)).isInstanceOf(AssertionError.class);
  }

  @Test
  void anotherLineFails() {
    List<Finding> findings = List.of(finding(".value", 1));
    assertThatThrownBy(() -> Verdicts.check(sample, findings)).isInstanceOf(AssertionError.class);
  }

  @Test
  void aFindingBelongsToTheSampleInItsStacks() {
    Report report =
        new Report("racewatch-report/1", List.of(), Map.of(), List.of(finding(".value", 1)));
    Sample other = sample("com.example.counter.TwoLocks");
    assertThat(Verdicts.in(report, sample)).hasSize(1);
    assertThat(Verdicts.in(report, other)).isEmpty();
    assertThat(Verdicts.elsewhere(report, List.of(other))).hasSize(1);
  }

  private int line() {
    return sample.racy().iterator().next();
  }

  private static Finding finding(String member, int line) {
    Frame frame = new Frame(COUNTER, "main", "StaticCounter.java", line);
    Report.Thread thread = new Report.Thread("worker-1", false, List.of(frame), List.of());
    Side side = new Side("write", thread, List.of(frame), List.of());
    return new Finding(
        "f",
        "data-race",
        "certain",
        "own",
        List.of(COUNTER + member),
        List.of(side, side),
        List.of(),
        "epochs+graph");
  }

  private static Sample sample(String name) {
    return Sample.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
