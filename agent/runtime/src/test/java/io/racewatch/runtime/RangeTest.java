package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a loop accessed is checked when it is left, and nothing else. */
class RangeTest {
  private final int[] array = new int[100];
  private final ThreadState one = Given.thread();
  private final ThreadState other = Given.thread();
  private final int loop = Given.element();
  private final int later = Given.element();
  private final Range range = new Range();

  @BeforeEach
  void none() {
    Given.noRaces();
  }

  @Test
  void allElementsOfALoopAreChecked() {
    for (int i = 3; i < 60; i++) {
      Range.write(array, i, range, one, loop);
    }
    Range.end(range, one);
    assertThat(racesAt(2)).isFalse();
    assertThat(racesAt(60)).isFalse();
    assertThat(racesAt(3)).isTrue();
    assertThat(racesAt(31)).isTrue();
    assertThat(racesAt(59)).isTrue();
  }

  @Test
  void aFallingLoopIsARange() {
    for (int i = 50; i > 40; i--) {
      Range.read(array, i, range, one, loop);
      Range.read(array, i, range, one, loop);
    }
    Range.end(range, one);
    assertThat(racesAt(40)).isFalse();
    assertThat(racesAt(41)).isTrue();
    assertThat(racesAt(50)).isTrue();
    assertThat(racesAt(51)).isFalse();
  }

  @Test
  void aLoopThatJumpsChecksEachPiece() {
    for (int i : new int[] {1, 2, 3, 70, 71, 9}) {
      Range.write(array, i, range, one, loop);
    }
    Range.end(range, one);
    for (int i : new int[] {1, 2, 3, 70, 71, 9}) {
      assertThat(racesAt(i)).as("element " + i).isTrue();
    }
    assertThat(racesAt(4)).isFalse();
    assertThat(racesAt(69)).isFalse();
  }

  @Test
  void aLoopThatNeverEndsIsSeen() {
    Range.read(array, 7, range, one, loop);
    assertThat(racesAt(7)).isTrue();
  }

  @Test
  void whatBelongsToAnEarlierEpochIsLeftOut() {
    Range.write(array, 10, range, one, loop);
    Range.write(array, 11, range, one, loop);
    one.tick();
    Range.end(range, one);
    assertThat(racesAt(11)).isFalse();
  }

  private boolean racesAt(int index) {
    Given.noRaces();
    Hooks.writeElement(array, index, other, later);
    return Given.raced(loop, later);
  }
}
