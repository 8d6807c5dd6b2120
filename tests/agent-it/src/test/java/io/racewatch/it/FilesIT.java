package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that cannot be written, files that cannot be read, and what the commands say. */
class FilesIT {
  private static final String ENDING = "com.example.programs.Ending";

  @Test
  void anUnwritableFolderLosesNothing() throws IOException {
    Path file = Places.folder("unwritable").resolve("file");
    Files.writeString(file, "not a folder");
    Path temporary = Files.createDirectories(file.resolveSibling("tmp"));
    Outcome outcome =
        Jvm.of(Jdk.current(), "unwritable")
            .agent("exitcode=66,output=" + file.resolve("report"))
            .vm("-Djava.io.tmpdir=" + temporary)
            .main(ENDING, "race", "exit", "3")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(66);
    assertThat(outcome.err())
        .contains(temporary.toString())
        .contains("com.example.programs.Ending.value");
    try (var written = Files.walk(temporary)) {
      assertThat(written.filter(p -> p.toString().endsWith("racewatch.json"))).hasSize(1);
    }
  }

  @Test
  void aFullDiskStopsNothingAndSaysSo() {
    // A limit on the size of files is as good as a full disk, and needs no disk.
    Outcome outcome =
        Jvm.watched(Jdk.current(), "full-disk", "exitcode=66")
            .main(ENDING, "race", "exit", "3")
            .limitFiles(8)
            .run();
    assertThat(outcome.out()).isEqualTo("worked\n");
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(66);
    assertThat(outcome.err()).contains("com.example.programs.Ending.value");
    assertThat(outcome.foreignLines()).noneMatch(line -> line.contains("Exception"));
  }

  @ParameterizedTest
  @CsvSource({"report", "check", "merge"})
  void anUnreadableRunFileIs65(String command) throws IOException {
    Path file = Places.folder("garbage").resolve("some.rw");
    Files.writeString(file, "this was never a run file; it has no magic number and no records\n");
    Outcome outcome = Jvm.command(Jdk.current(), command, file.toString()).run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(65);
    assertThat(outcome.err().lines()).singleElement().asString().contains("some.rw");
  }

  @Test
  void aMissingRunFileIs65OrWrongUse() {
    Outcome outcome = Jvm.command(Jdk.current(), "check", "/nowhere/at/all.rw").run();
    assertThat(outcome.exit()).as("%s", outcome).isIn(2, 65);
    assertThat(outcome.err()).contains("/nowhere/at/all.rw");
  }

  @ParameterizedTest
  @CsvSource({"race, 66", "clean, 0"})
  void checkIsTheGate(String kind, int exit) {
    Outcome run = Jvm.watched(Jdk.current(), kind).main(ENDING, kind, "return").run();
    Outcome check =
        Jvm.command(Jdk.current(), "check", run.folder().resolve("report").toString()).run();
    assertThat(check.exit()).as("%s", check).isEqualTo(exit);
  }

  @Test
  void aWrongCommandIs2() {
    Outcome outcome = Jvm.command(Jdk.current(), "reprot").run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(2);
    assertThat(outcome.err()).contains("report");
    Outcome option = Jvm.command(Jdk.current(), "report", "--formt", "json", "x.rw").run();
    assertThat(option.exit()).as("%s", option).isEqualTo(2);
    assertThat(option.err()).contains("--format");
  }
}
