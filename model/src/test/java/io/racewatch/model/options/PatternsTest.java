package io.racewatch.model.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.*,com.acme.a.B,true",
    "com.acme.*,com.acme,false",
    "com.acme.*,com/acme/a/B,true",
    "*Foo,com.acme.Foo,true",
    "*.Foo*,com.acme.Foo$1,true",
    "*a*b*c,xaxbxbxc,true",
    "*a*b*c,xaxbxbx,false",
    "com.acme.Foo,com.acme.Foo,true",
    "com.acme.Foo,com.acme.Foo$1,false",
    "com.acme.Foo,comXacme.Foo,false",
    "**,anything,true",
  })
  void oneStarMatchesAnyCharacters(String pattern, String name, boolean expected) {
    assertThat(Patterns.matches(pattern, name)).isEqualTo(expected);
  }

  @Test
  void excludeBeatsInclude() {
    Patterns patterns = new Patterns(List.of("com.*"), List.of("com.acme.*"));
    assertThat(patterns.matches("com.other.A")).isTrue();
    assertThat(patterns.matches("com.acme.A")).isFalse();
    assertThat(patterns.matches("org.A")).isFalse();
  }

  @Test
  void withoutIncludeEverythingIsChosen() {
    assertThat(new Patterns(List.of(), List.of("com.*")).matches("org.A")).isTrue();
    assertThat(new Patterns(List.of(), List.of()).isEmpty()).isTrue();
  }
}
