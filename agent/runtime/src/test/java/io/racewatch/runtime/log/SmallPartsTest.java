package io.racewatch.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
  @Test
  void sessionsSortByTime() {
    assertThat(Session.create(0)).matches("19700101T000000\\.[0-9a-f]{4}");
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      long millis = random.nextLong() >>> 21;
      String expected = Instant.ofEpochMilli(millis).toString().replaceAll("[-:]", "");
      if (expected.startsWith("+") || expected.indexOf('T') != 8) {
        continue;
      }
      assertThat(Session.create(millis)).startsWith(expected.substring(0, 15));
    }
    assertThat(Session.isName(Session.create(1_800_000_000_000L))).isTrue();
  }

  @Test
  void onlyPlainNamesAreInherited() {
    assertThat(List.of("a", "nightly-7", "20261120T093412.1f3a", "x".repeat(64)))
        .allMatch(Session::isName);
    assertThat(List.of("", ".", "..", "../x", "a/b", "a b", "a\n", "ä", "x".repeat(65)))
        .noneMatch(Session::isName);
    assertThat(Session.isName(null)).isFalse();
  }

  private static StackTraceElement frame(String className, String method, String file, int line) {
    return new StackTraceElement(className, method, file, line);
  }

  @Test
  void stacksBeginWithTheProgram() {
    StackTraceElement[] frames = {
      frame("java.lang.Thread", "getStackTrace", "Thread.java", 1),
      frame("io.racewatch.runtime.Hooks", "write", "Hooks.java", 2),
      frame("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", "D.java", 3),
      frame("java.lang.reflect.Method", "invoke", "Method.java", 4),
      frame("com.acme.Counter", "add", "Counter.java", 17),
      frame("java.lang.reflect.Method", "invoke", "Method.java", 4),
      frame("com.acme.Main", "native0", null, -2),
    };
    assertThat(Stacks.of(frames))
        .containsExactly(
            new Entry.Place("com.acme.Counter", "add", "Counter.java", 17),
            new Entry.Place("java.lang.reflect.Method", "invoke", "Method.java", 4),
            new Entry.Place("com.acme.Main", "native0", "", 0));
  }

  @Test
  void aStackOfGlueAloneIsKept() {
    StackTraceElement[] frames = {
      frame("io.racewatch.runtime.Hooks", "write", "Hooks.java", 2),
      frame("java.lang.reflect.Method", "invoke", "Method.java", 4),
    };
    assertThat(Stacks.of(frames)).hasSize(1);
    assertThat(Stacks.of(null)).isEmpty();
    assertThat(Stacks.of(new StackTraceElement[] {frames[0]})).isEmpty();
  }

  @Test
  void linesAreLimitedAndSingle() throws Exception {
    long suppressed = AgentLog.suppressed();
    List<String> lines =
        Logs.linesDuring(
            () -> {
              for (int i = 0; i < 1000; i++) {
                AgentLog.line("line\n" + i);
              }
            });
    assertThat(lines.get(0)).isEqualTo("[racewatch] line 0");
    assertThat(lines.size()).isBetween(20, 100);
    assertThat(lines.size() + AgentLog.suppressed() - suppressed).isEqualTo(1000);
  }

  @Test
  void aClosedStderrIsNoError() {
    AgentLog.redirect(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        });
    try {
      AgentLog.line("lost");
      AgentLog.line(null);
    } finally {
      AgentLog.redirect(null);
    }
  }
}
