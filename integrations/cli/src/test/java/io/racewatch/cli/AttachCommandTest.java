package io.racewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachCommandTest {
  /** Above every system's largest process id. */
  private static final long NOBODY = 1L << 30;

  @Test
  void aProcessThatIsNotThereIsOneLine() {
    assertThatThrownBy(
            () -> AttachCommand.attach(AttachCommand.machine(), NOBODY, Path.of("x.jar"), ""))
        .isInstanceOf(CliException.class)
        .hasMessageStartingWith("cannot attach to " + NOBODY + ": ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void pathsAreThoseOfTheCaller() {
    assertThat(AttachCommand.absolute(Map.of("output", "here", "exitcode", "66")))
        .containsEntry("output", Path.of("here").toAbsolutePath().toString())
        .containsEntry("exitcode", "66");
    assertThat(AttachCommand.absolute(Map.of("baseline", "none")))
        .containsEntry("baseline", "none");
  }
}
