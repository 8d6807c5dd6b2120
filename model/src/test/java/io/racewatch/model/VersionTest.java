package io.racewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void isWrittenByTheBuild() {
    assertThat(Version.text()).matches("\\d+\\.\\d+\\.\\d+.*");
  }
}
