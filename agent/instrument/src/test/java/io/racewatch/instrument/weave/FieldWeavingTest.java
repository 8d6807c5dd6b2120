package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.samples.FieldAccesses;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldWeavingTest {
  @Test
  void accessesAreCheckedAfterThemAndVolatileWritesAnnouncedBefore() {
    Sampled sample = Sampled.run(FieldAccesses.class);

    assertThat(sample.result()).isEqualTo(sample.resultUnwoven());
    assertThat(sample.events())
        .containsSubsequence(
            "write @FieldAccesses.number",
            "read @FieldAccesses.number",
            "write @FieldAccesses.wide",
            "read @FieldAccesses.text",
            "volatileWrite @FieldAccesses.published",
            "volatileRead @FieldAccesses.level",
            "volatileWrite @FieldAccesses.level",
            "writeField @FieldAccesses.inherited",
            "initOrder",
            "readStatic @FieldAccesses.total",
            "initOrder",
            "writeStatic @FieldAccesses.total",
            "volatileReadStatic @FieldAccesses.ticks",
            "volatileWriteStatic @FieldAccesses.ticks",
            "writeStaticField @FieldBase.shared");
  }

  @Test
  void finalFieldsAreNotChecked() {
    List<String> events = Sampled.run(FieldAccesses.class).events();

    assertThat(events).noneMatch(event -> event.contains("fixed"));
  }
}
