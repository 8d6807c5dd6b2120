package io.racewatch.engine.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.trace.std.StdReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traces made by hand, one for each way in which a lock cycle can mislead. */
class PitfallsTest {
  /** Events as {@code thread op(operand)}, separated by commas. */
  private static TraceReport judge(String events) {
    String text =
        events.strip().replaceAll(",\\s*", "\n").replaceAll("(?m)^(\\S+) (\\S+)$", "$1|$2|0");
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Traces.judge(StdReader.read(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static List<String> verdicts(String events) {
    return judge(events).deadlocks().stream()
        .map(d -> (d.verdict() + " " + d.reason()).strip() + " " + d.acquires())
        .toList();
  }

  private static final String A_AB = "A acq(a), A acq(b), A rel(b), A rel(a), ";
  private static final String B_BA = "B acq(b), B acq(a), B rel(a), B rel(b)";

  @Test
  void bothWays() {
    assertThat(verdicts(A_AB + B_BA)).containsExactly("witnessed [2, 6]");
  }

  @Test
  void sameThreadGateAndOrder() {
    assertThat(verdicts(A_AB + B_BA.replace("B ", "A ")))
        .containsExactly("ruled-out same-thread [2, 6]");
    assertThat(verdicts("A acq(g), " + A_AB + "A rel(g), B acq(g), " + B_BA + ", B rel(g)"))
        .containsExactly("ruled-out gate [3, 9]");
    assertThat(
            verdicts(
                "A fork(B), B acq(b), B acq(a), B rel(a), B rel(b), A join(B), " + A_AB + "A w(x)"))
        .containsExactly("ruled-out order [3, 8]");
    assertThat(verdicts(A_AB + "A fork(B), " + B_BA)).containsExactly("ruled-out order [2, 7]");
  }

  @Test
  void aGateThatAParentHoldsFromForkToJoin() {
    String child = "P acq(g), P fork(A), " + A_AB + "P join(A), P rel(g), ";
    assertThat(verdicts(child + "B acq(g), " + B_BA + ", B rel(g)"))
        .containsExactly("ruled-out gate [4, 11]");
    // Without the join nothing keeps the gate closed while the child runs.
    assertThat(verdicts(child.replace("P join(A), ", "") + "B acq(g), " + B_BA + ", B rel(g)"))
        .containsExactly("witnessed [4, 10]");
  }

  @Test
  void aFlagUnderALockRulesOutOtherReadsDoNot() {
    String write = "A acq(a), A acq(b), A w(x), A rel(b), A rel(a), ";
    String guard = "B acq(b), B r(x), B acq(a), B rel(a), B rel(b)";
    assertThat(verdicts(write + guard)).containsExactly("ruled-out data [2, 8]");
    String update = "B acq(b), B r(x), B w(x), B acq(a), B rel(a), B rel(b)";
    assertThat(verdicts(write + update)).containsExactly("possible data [2, 9]");
    assertThat(verdicts(write + "B r(x), " + B_BA)).containsExactly("possible data [2, 8]");
    // What was written before says nothing about what comes after.
    assertThat(verdicts("A w(x), " + A_AB + "B r(x), " + B_BA)).containsExactly("witnessed [3, 8]");
  }

  @Test
  void takenAgainIsNoOrder() {
    assertThat(
            verdicts(
                "A acq(a), A acq(b), A acq(a), A rel(a), A rel(b), A rel(a), B acq(b), B rel(b)"))
        .isEmpty();
    assertThat(verdicts("A acq(a), A acq(a), A rel(a), A acq(b), A rel(b), A rel(a), " + B_BA))
        .containsExactly("witnessed [4, 8]");
  }

  @Test
  void aWaitTakesItsLockAgainUnderTheOthers() {
    String waits = "A acq(m), A acq(l), A rel(m), A acq(m), A rel(m), A rel(l), ";
    assertThat(verdicts(waits + "B acq(m), B acq(l), B rel(l), B rel(m)"))
        .containsExactly("ruled-out same-thread [2, 4]", "witnessed [4, 8]");
  }

  @Test
  void handOverHandIsSetsNotStacks() {
    assertThat(
            verdicts(
                "A acq(a), A acq(b), A rel(a), A acq(c), A rel(b), A rel(c), "
                    + "B acq(c), B acq(b), B rel(b), B rel(c)"))
        .containsExactly("witnessed [4, 8]");
  }

  @Test
  void threeInARing() {
    String ring =
        "A acq(a), A acq(b), A rel(b), A rel(a), B acq(b), B acq(c), B rel(c), B rel(b), "
            + "C acq(c), C acq(a), C rel(a), C rel(c)";
    assertThat(verdicts(ring)).containsExactly("witnessed [2, 6, 10]");
  }

  /** Not sync-preserving: B had the lock m after A, and must have it before. */
  @Test
  void criticalSectionsMayChangePlaces() {
    assertThat(
            verdicts(
                "A acq(m), A acq(b), A rel(b), A rel(m), B acq(m), B rel(m), "
                    + "B acq(b), B acq(m), B rel(m), B rel(b)"))
        .containsExactly("witnessed [2, 8]");
  }

  @Test
  void readLocksAsOneWayEdgesAreNoLocks() {
    assertThat(
            verdicts(
                "A fork(v.1), v.1 r(v.1.d), A acq(b), A rel(b), B join(v.1), B acq(b), B rel(b)"))
        .isEmpty();
  }

  @Test
  void aLockHeldFromBeforeAndATraceThatContradictsItself() {
    assertThat(verdicts("A rel(z), " + A_AB + B_BA)).containsExactly("witnessed [3, 7]");
    TraceReport twice = judge("A acq(a), C acq(a), A acq(b), A rel(b), " + B_BA + ", A rel(a)");
    assertThat(twice.has("witnessed")).isFalse();
    TraceReport torn = judge("C acq(q), D acq(q), " + A_AB + B_BA);
    assertThat(torn.deadlocks()).extracting(TraceDeadlock::verdict).containsExactly("possible");
    assertThat(torn.notes()).hasSize(1);
  }

  @Test
  void onceForAllTimesAndTheTimeThatFits() {
    String first = "A acq(m), A rel(m), ";
    String trace = A_AB + first + A_AB + "B r(y), B acq(m), B rel(m), " + B_BA;
    assertThat(verdicts(trace)).hasSize(1).allMatch(v -> v.startsWith("witnessed"));
  }
}
