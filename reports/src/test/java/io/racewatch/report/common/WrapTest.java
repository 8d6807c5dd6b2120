package io.racewatch.report.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void breaksAtSpacesAndKeepsLineFeeds() {
    assertThat(Wrap.lines("one two three\nfour", 8)).containsExactly("one two", "three", "four");
  }

  @Test
  void longWordsStayWhole() {
    assertThat(Wrap.lines("a com.acme.VeryLongName b", 5))
        .containsExactly("a", "com.acme.VeryLongName", "b");
  }

  @Test
  void noLineIsACommandOfTheCiSystem() {
    assertThat(Wrap.lines("a name\n::error::x", 80)).containsExactly("a name", "\\::error::x");
  }
}
