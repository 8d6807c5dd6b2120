package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Access;
import io.racewatch.model.Alert;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import io.racewatch.model.Status;
import io.racewatch.model.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  @TempDir Path folder;

  private static Story counter() {
    return new Story(3)
        .start(2, 1)
        .start(3, 2)
        .race(
            Story.side(2, 1, 1, "write", "com.acme.Counter.value", "com.acme.Counter.add:10"),
            Story.side(3, 1, 1, "read", "com.acme.Counter.value", "com.acme.Counter.get:20"))
        .seen(5);
  }

  private Path write(String name, Story story) throws IOException {
    Path file = folder.resolve(name);
    story.writeTo(file);
    return file;
  }

  @Test
  void aSmallRunFromItsFileToItsReport() throws IOException {
    Story story = counter().lock(1, "com.acme.A.lock").lock(2, "com.acme.B.lock");
    story.acquire(
        2, "blocks", Story.moment(2, 1, 1), Story.held(1, "com.acme.A.m:1"), "com.acme.A.m:2");
    story.acquire(
        1, "blocks", Story.moment(3, 1, 1), Story.held(2, "com.acme.B.m:1"), "com.acme.B.m:2");
    story
        .add(new Entry.Classes(12, 3, 1))
        .add(new Entry.ClassFailed("com.acme.Big", "method m()V: too long"));
    Path file = write("s-1-a.rw", story.add(new Entry.Note("a note")).end());
    EngineReport out = Engine.report(List.of(file), EngineOptions.defaults());
    assertThat(out.problems()).isEmpty();
    assertThat(dump(out.report())).isEqualTo(resource("small.txt"));
  }

  private static String dump(Report report) {
    StringBuilder text = new StringBuilder();
    report.runs().forEach(r -> text.append(r).append('\n'));
    for (Finding f : report.findings()) {
      text.append('\n').append(f.certainty().id()).append(' ').append(f.rule().id());
      text.append(' ').append(f.fingerprint()).append('\n');
      text.append(f.title()).append(" (").append(f.count()).append(", ").append(f.scope().id());
      text.append(")\n");
      for (Access a : f.accesses()) {
        text.append(a).append('\n');
      }
      f.cycle().forEach(e -> text.append(e).append('\n'));
      text.append(f.explanation()).append('\n');
    }
    return text.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EngineTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void runsOfOneSessionAreMerged() throws IOException {
    List<Path> files =
        List.of(write("s-1-a.rw", counter().end()), write("s-2-b.rw", counter().end()));
    Report report = Engine.report(files, EngineOptions.defaults()).report();
    assertThat(report.runs()).hasSize(2);
    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).count()).isEqualTo(10);
  }

  @Test
  void aBadFileIsAProblemAndTheOthersAreReported() throws IOException {
    Path bad = Files.writeString(folder.resolve("s-3-c.rw"), "no run file");
    Path gone = folder.resolve("s-4-d.rw");
    EngineReport out =
        Engine.report(
            List.of(bad, write("s-1-a.rw", counter().end()), gone), EngineOptions.defaults());
    assertThat(out.problems()).hasSize(2);
    assertThat(out.problems().get(1)).endsWith("there is no such file");
    assertThat(out.report().findings()).hasSize(1);
  }

  @Test
  void aTornFileKeepsWhatStandsBefore() throws IOException {
    Path file = write("s-1-a.rw", counter().add(new Entry.Note("the last entry")));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
    EngineReport made = Engine.report(List.of(file), EngineOptions.defaults());
    Report report = made.report();
    assertThat(made.problems()).singleElement().asString().contains("cut off");
    Run run = report.runs().get(0);
    assertThat(run.ended()).isEqualTo("killed");
    assertThat(run.alerts())
        .singleElement()
        .satisfies(alert -> assertThat(alert.kind()).isEqualTo(Alert.Kind.DAMAGED))
        .satisfies(alert -> assertThat(alert.text()).contains("cut off"));
    assertThat(report.findings()).hasSize(1);
  }

  @Test
  void aRunWithoutCanaryIsBlind() throws IOException {
    Path file = write("s-1-a.rw", new Story(1).add(new Entry.Canary(false)).end());
    assertThat(Engine.report(List.of(file), EngineOptions.defaults()).report().blind()).isTrue();
  }

  @Test
  void suppressionsAndBaselineSetTheStatus() throws IOException {
    Path file = write("s-1-a.rw", counter().end());
    EngineOptions plain = EngineOptions.defaults();
    Report report = Engine.report(List.of(file), plain).report();
    Path baseline = folder.resolve(BaselineFile.NAME);
    BaselineFile.write(baseline, report.findings());
    Path list = folder.resolve("suppressions.txt");
    Files.writeString(list, "race:com.acme.Counter.* -- fine\nrace:gone.X -- old\n");

    assertThat(status(file, plain)).isEqualTo(Status.NEW);
    assertThat(status(file, plain.withBaseline(baseline))).isEqualTo(Status.KNOWN);
    EngineOptions both = plain.withBaseline(baseline).withSuppressions(list);
    assertThat(status(file, both)).isEqualTo(Status.SUPPRESSED);
    assertThat(Engine.report(List.of(file), both).report().notes())
        .containsExactly("suppression not used: race:gone.X (suppressions.txt:2)");
  }

  private static Status status(Path file, EngineOptions options) {
    return Engine.report(List.of(file), options).report().findings().get(0).status();
  }

  @Test
  void aWrongBaselineOrSuppressionFileIsAProblem() throws IOException {
    Path file = write("s-1-a.rw", counter().end());
    Path notJson = Files.writeString(folder.resolve("b.json"), "{ \"schema\": ");
    Path other = Files.writeString(folder.resolve("c.json"), "{ \"schema\": \"x\" }");
    Path list = Files.writeString(folder.resolve("s.txt"), "race:X\n");
    EngineOptions plain = EngineOptions.defaults();
    for (EngineOptions options :
        List.of(
            plain.withBaseline(notJson),
            plain.withBaseline(other),
            plain.withSuppressions(list),
            plain.withSuppressions(folder.resolve("gone.txt")))) {
      EngineReport out = Engine.report(List.of(file), options);
      assertThat(out.problems()).hasSize(1);
      assertThat(out.report().findings()).hasSize(1);
    }
  }

  @Test
  void theBaselineIsSortedAFindingALine() throws IOException {
    Story story = counter();
    story.race(
        Story.side(2, 1, 1, "write", "com.acme.A.a", "com.acme.A.\"x\":1"),
        Story.side(3, 1, 1, "write", "com.acme.A.a", "com.acme.A.y:2"));
    Path baseline = folder.resolve(BaselineFile.NAME);
    List<Finding> findings = story.end().report().findings();
    BaselineFile.write(baseline, findings);
    List<String> lines = Files.readAllLines(baseline);
    assertThat(lines).hasSize(7);
    assertThat(lines.get(3)).contains("com.acme.A.a").endsWith(",");
    assertThat(lines.get(4)).contains("com.acme.Counter.value");
    assertThat(BaselineFile.read(baseline).fingerprints())
        .containsExactlyInAnyOrderElementsOf(findings.stream().map(Finding::fingerprint).toList());
    BaselineFile.write(baseline, List.of());
    assertThat(BaselineFile.read(baseline).fingerprints()).isEmpty();
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(Version.text()).matches("\\d+\\.\\d+.*");
  }
}
