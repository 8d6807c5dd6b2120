package io.racewatch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @Test
  void everyFormatKnowsItsName() {
    assertThat(Reports.formats().keySet())
        .containsExactlyInAnyOrder(
            "text", "json", "html", "sarif", "junit", "gitlab", "github", "dot");
    Reports.formats().forEach((id, format) -> assertThat(format.id()).isEqualTo(id));
    assertThat(Reports.formats().values().stream().map(ReportFormat::fileName))
        .filteredOn(name -> !name.isEmpty())
        .doesNotHaveDuplicates();
  }

  @Test
  void textGoesToTheConsoleAndFilesToTheFolder() throws IOException {
    Path folder = temp.resolve("new/folder");
    List<Path> written =
        Reports.write(SampleReports.normal(), folder, List.of("text", "json", "json"), console);
    assertThat(written).containsExactly(folder.resolve("racewatch.json"));
    assertThat(console.toString(StandardCharsets.UTF_8)).startsWith("[racewatch] 4 certain");
    assertThat(names(folder)).containsExactly("racewatch.json");
  }

  @Test
  void unknownFormatNamesTheNearestAndWritesNothing() {
    assertThatThrownBy(
            () -> Reports.write(SampleReports.clean(), temp, List.of("text", "jsn"), console))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'jsn'")
        .hasMessageContaining("'json'");
    assertThat(console.size()).isZero();
  }

  @Test
  void symbolicLinkIsReplacedNotFollowed() throws IOException {
    Path precious = Files.writeString(temp.resolve("precious"), "mine");
    Path link = Files.createSymbolicLink(temp.resolve("racewatch.json"), precious);
    Reports.write(SampleReports.clean(), temp, List.of("json"), console);
    assertThat(precious).hasContent("mine");
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(Files.readString(link)).contains("racewatch-report/1");
  }

  @Test
  void failingFormatKeepsNothingElseFromBeingWritten() throws IOException {
    Files.createDirectories(temp.resolve("racewatch.json/occupied"));
    assertThatThrownBy(
            () -> Reports.write(SampleReports.clean(), temp, List.of("json", "text"), console))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("json report");
    assertThat(console.toString(StandardCharsets.UTF_8)).contains("no findings");
    assertThat(names(temp)).containsExactly("racewatch.json");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
