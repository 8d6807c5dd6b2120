package io.racewatch.report.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Frame;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedStackTest {
  private static List<Frame> stack(String... classes) {
    return Stream.of(classes).map(name -> new Frame(name, "m", "F.java", 1)).toList();
  }

  private static String shown(FoldedStack folded) {
    StringBuilder sb = new StringBuilder();
    for (FoldedStack.Line line : folded.lines()) {
      sb.append(line.isFold() ? line.foldText() : line.frame().className()).append('|');
    }
    return sb.append(folded.omitted()).toString();
  }

  @Test
  void runsOfJdkFramesAreFolded() {
    assertThat(
            shown(
                FoldedStack.of(
                    stack(
                        "java.util.HashMap",
                        "a.A",
                        "java.util.concurrent.FutureTask",
                        "java.lang.Thread"),
                    9)))
        .isEqualTo("1 JDK frame|a.A|2 JDK frames|0");
  }

  @Test
  void librariesThatLookLikeTheJdkAreShown() {
    assertThat(shown(FoldedStack.of(stack("javax.servlet.http.HttpServlet", "com.sun.mail.X"), 9)))
        .isEqualTo("javax.servlet.http.HttpServlet|com.sun.mail.X|0");
    assertThat(Jdk.owns("javax.crypto.Cipher")).isTrue();
  }

  @Test
  void stackOfNothingButJdkIsLeftAlone() {
    assertThat(shown(FoldedStack.of(stack("java.lang.Object", "java.lang.Thread"), 9)))
        .isEqualTo("java.lang.Object|java.lang.Thread|0");
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertThat(shown(FoldedStack.of(stack("a.A", "a.B", "a.C"), 2))).isEqualTo("a.A|a.B|1");
  }
}
