package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.samples.Covered;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private final Sampled sample = Sampled.run(Covered.class);

  private List<String> of(String member) {
    return sample.events().stream().filter(e -> e.contains("@Covered." + member)).toList();
  }

  @Test
  void theProgramDoesTheSame() {
    assertThat(sample.result()).isEqualTo(sample.resultUnwoven());
  }

  @Test
  void aWriteThatIsSureToComeCoversTheReadBeforeIt() {
    assertThat(of("added")).containsExactly("write @Covered.added", "read @Covered.added");
  }

  @Test
  void aReadCoversTheNext() {
    assertThat(of("twice")).containsExactly("read @Covered.twice");
  }

  @Test
  void aWriteThatMayNotComeCoversNothing() {
    assertThat(of("divided"))
        .containsExactly(
            "read @Covered.divided", "write @Covered.divided", "read @Covered.divided");
    assertThat(of("early")).containsExactly("read @Covered.early", "read @Covered.early");
  }

  @Test
  void acrossACallNothingIsCovered() {
    assertThat(of("called"))
        .containsExactly("read @Covered.called", "write @Covered.called", "read @Covered.called");
  }

  @Test
  void anotherElementIsAnotherVariable() {
    assertThat(of("cells"))
        .containsExactly(
            "writeElement 1 @Covered.cells via final",
            "readElement 2 @Covered.cells via final",
            "writeElement 1 @Covered.cells via final",
            "readElement 1 @Covered.cells via final");
  }

  @Test
  void theSameFieldOfAnotherObjectIsAnotherVariable() {
    assertThat(of("mine")).containsExactly("read @Covered.mine", "read @Covered.mine");
  }
}
