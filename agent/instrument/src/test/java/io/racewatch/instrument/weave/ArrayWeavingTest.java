package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.samples.ArrayAccesses;
import io.racewatch.instrument.samples.Copies;
import io.racewatch.instrument.samples.Loops;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayWeavingTest {
  private final List<String> events = Sampled.run(ArrayAccesses.class).events();

  @Test
  void elementsAreNamedByTheFieldThatHeldTheArray() {
    assertThat(events)
        .containsSubsequence(
            "writeElement 1 @ArrayAccesses.fixed via final",
            "writeElement 0 @ArrayAccesses.wide",
            "writeElement 1 @ArrayAccesses.wide",
            "readElement 1 @ArrayAccesses.grid",
            "readElement 0 @ArrayAccesses.grid");
  }

  @Test
  void elementsOfUnknownOriginAreNamedByTheirType() {
    assertThat(events)
        .contains(
            "readElement 0 @byte[].", "writeElement 1 @boolean[].", "writeElement 0 @char[].");
  }

  @Test
  void arraysThatStayInTheirMethodAreNotChecked() {
    // The three of {1, 2, 3}, which goes into a field.
    assertThat(events.stream().filter(e -> e.contains("@int[]"))).hasSize(3);
  }

  @Test
  void bulkCallsAreRanges() {
    assertThat(Sampled.run(Copies.class).events())
        .containsSubsequence(
            "arraycopy 0 1 3 @Copies.numbers",
            "writeRange 1 3 @int[].",
            "writeRange 0 2147483647 @Copies.numbers",
            "readRange 0 6 @int[].",
            "writeRange 0 2147483647 @int[].",
            "readRange 1 4 @int[].",
            "readRange 0 2147483647 @Copies.numbers",
            "cloned @Object.clone",
            "cloned @ArrayList.clone");
  }

  /** Every way out of a loop leads by the check of what the loop did. */
  @Test
  void loopsWithoutSynchronisationCollectTheirElements() {
    Sampled loops = Sampled.run(Loops.class);
    assertThat(loops.result()).isEqualTo(loops.resultUnwoven());
    boolean open = false;
    int results = 0;
    for (String event : loops.events()) {
      open |= event.startsWith("collect");
      open &= !event.startsWith("rangeEnd");
      if (event.startsWith("write @Loops.done")) {
        assertThat(open).as("unchecked before result " + results).isFalse();
        results++;
      }
    }
    assertThat(results).isEqualTo(9);
    assertThat(loops.events().stream().filter(e -> e.startsWith("collect"))).hasSize(59);
    assertThat(loops.events().stream().filter(e -> e.startsWith("readElement"))).hasSize(6);
  }
}
