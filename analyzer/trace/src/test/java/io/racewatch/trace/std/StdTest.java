package io.racewatch.trace.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.racewatch.trace.Op;
import io.racewatch.trace.RandomTrace;
import io.racewatch.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StdTest {
  private static Trace read(String text) throws IOException {
    return StdReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String write(Trace trace) throws IOException {
    StringBuilder out = new StringBuilder();
    StdWriter.write(trace, out);
    return out.toString();
  }

  @Test
  void everyKindOfEvent() throws IOException {
    String text =
        """
        main|fork(T1)|0
        T1|begin|1
        T1|acq(com.acme.Foo$1@7f.lock[3])|-17
        T1|r(x)|2147483647
        T1|w(f(a))|-2147483648
        T1|rel(com.acme.Foo$1@7f.lock[3])|+5
        T1|end(m)|6
        T1|dummy(x)|7
        a thread with spaces|join(T1)|8
        """;
    Trace trace = read(text);
    assertThat(trace.size()).isEqualTo(9);
    assertThat(trace.op(4)).isEqualTo(Op.WRITE);
    assertThat(trace.variables().name(trace.operand(4))).isEqualTo("f(a)");
    assertThat(trace.location(4)).isEqualTo(Integer.MIN_VALUE);
    assertThat(trace.location(5)).isEqualTo(5);
    assertThat(trace.threads().name(trace.thread(8))).isEqualTo("a thread with spaces");
    assertThat(trace.operand(8)).isEqualTo(trace.thread(1));
    assertThat(write(trace))
        .isEqualTo(text.replace("end(m)", "end").replace("dummy(x)", "dummy").replace("+5", "5"));
  }

  @Test
  void carriageReturnsAndMissingLastEndAndNothing() throws IOException {
    assertThat(write(read("a|r(x)|1\r\nb|w(x)|2"))).isEqualTo("a|r(x)|1\nb|w(x)|2\n");
    assertThat(read("").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r",
        "# a comment",
        "T1|r(x)",
        "T1|r(x)|1|",
        "|r(x)|1",
        "T1|r(x)|A.java:3",
        "T1|r(x)|3000000000",
        "T1|r(x)|",
        "T1|r(x)|-",
        "T1|r()|1",
        "T1|r(a b)|1",
        "T1|r(x|1",
        "T1|rx|1",
        "T1|read(x)|1",
        "T1| r(x)|1",
        "T1|acq|1",
        "T1|fork(T 2)|1",
        "T1|beginning|1",
        "T1||1",
      })
  void aWrongLineIsNamed(String line) {
    String text = "T1|w(x)|1\nT1|w(x)|2\n" + line + "\nT1|w(x)|3\n";
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(TraceSyntaxException.class)
        .satisfies(e -> assertThat(((TraceSyntaxException) e).line()).isEqualTo(3))
        .satisfies(e -> assertThat(e.getMessage()).isNotEmpty().doesNotContain("\n", "\r"));
  }

  @Test
  void aFileWithoutLinesIsNotReadToItsEnd() {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThatThrownBy(() -> StdReader.read(zeros))
        .isInstanceOf(TraceSyntaxException.class)
        .hasMessageContaining("in one line");
  }

  @Test
  void blocksEndAnywhere() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 300_000; i++) {
      text.append("thread-")
          .append(i % 7)
          .append("|w(v")
          .append("y".repeat(i % 40))
          .append(")|3\n");
    }
    assertThat(write(read(text.toString()))).isEqualTo(text.toString());
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      String text = write(RandomTrace.of(seed, 30));
      assertThat(write(read(text))).isEqualTo(text);
    }
  }
}
