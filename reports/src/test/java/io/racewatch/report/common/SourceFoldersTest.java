package io.racewatch.report.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFoldersTest {
  private static final String TEXT = "package a.b;\r\nclass C {\n  int x;\n}\n";

  @TempDir Path project;

  private Path classes(String classes, String sources) throws IOException {
    Path file = project.resolve(sources).resolve("a/b/C.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, TEXT);
    return Files.createDirectories(project.resolve(classes));
  }

  private static Frame frame(String file, int line) {
    return new Frame("a.b.C$Inner", "m", file, line);
  }

  @ParameterizedTest
  @CsvSource({
    "target/classes,src/main/java",
    "target/test-classes,src/test/java",
    "build/classes/java/main,src/main/java",
    "bin,src",
    "src,src",
  })
  void findsSourcesOfClassFolders(String classes, String sources) throws IOException {
    SourceLines lines = SourceFolders.of(List.of(classes(classes, sources)));
    assertThat(lines.line(frame("C.java", 3))).isEqualTo("  int x;");
    assertThat(lines.line(frame("C.java", 2))).isEqualTo("class C {");
  }

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    SourceLines lines = SourceFolders.of(List.of(classes("target/classes", "src/main/java")));
    assertThat(lines.line(frame("C.java", 99))).isEmpty();
    assertThat(lines.line(frame("C.java", 0))).isEmpty();
    assertThat(lines.line(frame("D.java", 1))).isEmpty();
    assertThat(lines.line(frame("", 1))).isEmpty();
    assertThat(lines.line(frame("\0", 1))).isEmpty();
  }

  @Test
  void neverLeavesTheFolder() throws IOException {
    SourceLines lines = SourceFolders.of(List.of(classes("target/classes", "src/main/java")));
    Files.writeString(project.resolve("secret"), "secret");
    assertThat(lines.line(frame("../../../../../secret", 1))).isEmpty();
    assertThat(lines.line(frame(project.resolve("secret").toString(), 1))).isEmpty();
  }

  @Test
  void withoutFoldersNothingIsKnown() {
    assertThat(SourceFolders.of(List.of(project.resolve("app.jar")))).isSameAs(SourceLines.NONE);
  }

  @Test
  void pathIsRelativeToTheProject() throws IOException {
    Path classes = classes("core/target/classes", "core/src/main/java");
    SourceLines inside = SourceFolders.of(List.of(classes), project);
    assertThat(inside.path(frame("C.java", 3))).isEqualTo("core/src/main/java/a/b/C.java");
    assertThat(inside.path(frame("D.java", 3))).isEqualTo("a/b/D.java");
    SourceLines elsewhere = SourceFolders.of(List.of(classes), project.resolve("other"));
    assertThat(elsewhere.path(frame("C.java", 3))).isEqualTo("a/b/C.java");
  }
}
