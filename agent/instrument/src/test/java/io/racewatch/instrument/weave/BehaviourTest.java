package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.samples.ArrayAccesses;
import io.racewatch.instrument.samples.Constructors;
import io.racewatch.instrument.samples.Copies;
import io.racewatch.instrument.samples.FieldAccesses;
import io.racewatch.instrument.samples.Initialized;
import io.racewatch.instrument.samples.Language;
import io.racewatch.instrument.samples.LibraryCalls;
import io.racewatch.instrument.samples.LoopThenNew;
import io.racewatch.instrument.samples.Monitors;
import io.racewatch.instrument.samples.References;
import io.racewatch.instrument.samples.Waits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A woven program does what the unwoven one does; that it loads shows that it verifies. */
class BehaviourTest {
  static List<Class<?>> samples() {
    return List.of(
        ArrayAccesses.class,
        Constructors.class,
        Copies.class,
        FieldAccesses.class,
        Initialized.class,
        Language.class,
        LoopThenNew.class,
        LibraryCalls.class,
        Monitors.class,
        References.class,
        Waits.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void asItLoads(Class<?> sample) {
    Sampled ran = Sampled.run(sample.getName(), WeaveMode.loading(true));

    assertThat(ran.events()).isNotEmpty();
    assertThat(ran.result()).isEqualTo(ran.resultUnwoven());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void excluded(Class<?> sample) {
    Sampled ran = Sampled.run(sample.getName(), WeaveMode.loading(false));

    assertThat(ran.result()).isEqualTo(ran.resultUnwoven());
    assertThat(ran.events()).noneMatch(e -> e.startsWith("read ") || e.startsWith("writeEl"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void loadedBefore(Class<?> sample) {
    Sampled ran = Sampled.run(sample.getName(), WeaveMode.loaded(true));

    assertThat(ran.result()).isEqualTo(ran.resultUnwoven());
    assertThat(ran.type().getDeclaredFields()).noneMatch(f -> f.getName().startsWith("$rw$"));
    assertThat(ran.type().getDeclaredMethods()).noneMatch(m -> m.getName().startsWith("$rw$"));
  }
}
