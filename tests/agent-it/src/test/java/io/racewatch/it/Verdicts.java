package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.it.Report.Edge;
import io.racewatch.it.Report.Finding;
import io.racewatch.it.Report.Frame;
import io.racewatch.it.Report.Side;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares what was found in a sample with what its source says, in both directions. */
final class Verdicts {
  private static final Set<String> RACES = Set.of("data-race", "api-race");

  private Verdicts() {}

  /** The findings that have a frame in the sample. */
  static List<Finding> in(Report report, Sample sample) {
    return report.findings().stream()
        .filter(f -> f.frames().anyMatch(frame -> sample.owns(frame.type())))
        .toList();
  }

  /** The findings that have no frame in any of the samples. */
  static List<Finding> elsewhere(Report report, List<Sample> samples) {
    return report.findings().stream()
        .filter(
            f ->
                f.frames().noneMatch(frame -> samples.stream().anyMatch(s -> s.owns(frame.type()))))
        .toList();
  }

  static void check(Sample sample, List<Finding> findings) {
    Set<String> found = new TreeSet<>();
    findings.forEach(f -> found.add(Sample.line(f.rule(), f.members())));
    assertThat(found).as("findings of %s", sample).isEqualTo(sample.expected());
    for (Finding finding : findings) {
      checkEvidence(sample, finding);
    }
  }

  private static void checkEvidence(Sample sample, Finding finding) {
    assertThat(finding.scope()).as("scope of %s", finding).isEqualTo("own");
    if (RACES.contains(finding.rule())) {
      assertThat(finding.certainty()).as("certainty of %s", finding).isEqualTo("certain");
      assertThat(finding.checked()).as("check of %s", finding).isEqualTo("epochs+graph");
      assertThat(finding.sides()).as("sides of %s", finding).hasSize(2);
      finding.sides().forEach(side -> checkSide(sample, side));
    } else if (!finding.rule().equals("unguarded-write")) {
      assertThat(finding.cycle()).as("edges of %s", finding).isNotEmpty();
      finding.cycle().forEach(edge -> checkEdge(sample, edge));
    }
  }

  private static void checkSide(Sample sample, Side side) {
    checkFirst(sample, side.stack(), sample.racy());
    assertThat(side.thread().name().isEmpty())
        .as("only virtual threads have no name: %s", side.thread())
        .isEqualTo(side.thread().virtual());
    if (!side.thread().name().equals("main")) {
      assertThat(side.thread().started()).as("where %s was started", side.thread()).isNotEmpty();
    }
  }

  private static void checkEdge(Sample sample, Edge edge) {
    checkFirst(sample, edge.wantsAt(), sample.wants());
    assertThat(edge.holdsAt()).as("where the lock was taken").anyMatch(own(sample));
  }

  private static void checkFirst(Sample sample, List<Frame> stack, Set<Integer> lines) {
    Frame first =
        stack.stream()
            .filter(frame -> !frame.type().matches("(java|jdk|sun)\\..*"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no frame of " + sample + " in " + stack));
    assertThat(stack).as("the stack starts in the sample").contains(first).anyMatch(own(sample));
    assertThat(sample.owns(first.type())).as("%s is in %s", first, sample).isTrue();
    assertThat(lines).as("line of %s", first).contains(first.line());
  }

  private static Predicate<Frame> own(Sample sample) {
    return frame -> sample.owns(frame.type());
  }
}
