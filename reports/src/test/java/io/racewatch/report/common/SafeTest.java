package io.racewatch.report.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTest {
  @Test
  void ordinaryNamesStay() {
    assertThat(Safe.name("com.acme.Größe$名前.😀")).isEqualTo("com.acme.Größe$名前.😀");
  }

  @Test
  void invisibleCharactersAreNamed() {
    assertThat(Safe.name("a\u202Eb\u001b[0m\u200D\uD800\u2028\n\u00A0"))
        .isEqualTo("a\\u202Eb\\u001B[0m\\u200D\\uD800\\u2028\\u000A\\u00A0");
    assertThat(Safe.name(Character.toString(0xE0041))).isEqualTo("\\u{E0041}");
  }

  @Test
  void textKeepsItsLines() {
    assertThat(Safe.text("a\nb\tc")).isEqualTo("a\nb\\u0009c");
  }

  @Test
  void enormousNamesKeepBothEnds() {
    String name = Safe.name("head" + "😀".repeat(65_000) + "tail");
    assertThat(name).startsWith("head").endsWith("tail").contains("(65008 characters)");
    assertThat(name.codePointCount(0, name.length())).isLessThan(Safe.NAME_LIMIT + 30);
  }

  @Test
  void whatCannotBeEncodedIsReplaced() {
    assertThat(Safe.encodable("a\uD800b😀")).isEqualTo("a\uFFFDb😀");
  }
}
