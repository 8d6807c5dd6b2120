package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.samples.NullPointers;
import org.junit.jupiter.api.Test;

class NullPointerMessageTest {
  @Test
  void messagesAreThoseOfTheUnwovenClass() {
    Sampled ran = Sampled.run(NullPointers.class);

    assertThat(ran.resultUnwoven()).doesNotContain("nothing thrown").contains("\"this.next\"");
    assertThat(ran.result()).isEqualTo(ran.resultUnwoven());
  }
}
