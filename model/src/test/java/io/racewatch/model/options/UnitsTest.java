package io.racewatch.model.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "4096,4096",
    "64k,65536",
    "256m,268435456",
    "256 MiB,268435456",
    "1G,1073741824"
  })
  void bytes(String text, long bytes) {
    assertThat(Units.bytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "10s,10000", "10 s,10000", "10,10000", "2 min,120000", "1h,3600000"})
  void millis(String text, long millis) {
    assertThat(Units.millis(text)).isEqualTo(millis);
  }

  @Test
  void shares() {
    assertThat(Units.share("0.25")).isEqualTo(0.25);
    assertThat(Units.share("25 %")).isEqualTo(0.25);
    assertThat(Units.share("1")).isEqualTo(1);
  }

  @Test
  void listsLoseBlanks() {
    assertThat(Units.list(" a, b ,,c,")).containsExactly("a", "b", "c");
    assertThat(Units.list("")).isEmpty();
  }

  @Test
  void nearestCountsSwapsAsOneEdit() {
    assertThat(Nearest.distance("fial-on", "fail-on")).isEqualTo(1);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Options.nearest("exit-code")).isEqualTo("exitcode");
  }
}
