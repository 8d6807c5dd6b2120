package io.racewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
  private static final String WAITS =
      "package app; class Waits { boolean ready;\n"
          + "  synchronized void once() throws Exception {\n"
          + "    if (!ready) { wait(); }\n"
          + "  }\n"
          + "}\n";
  private static final String CLEAN = "package app; class Clean { int x; }\n";
  private static final String NAKED =
      "package app; class Naked { synchronized void go() { notifyAll(); } }\n";

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private Path output;

  @BeforeEach
  void hereIsNoOptionFile() {
    shell.folder = folder;
    output = folder.resolve("out");
  }

  private Path classes(String... sources) throws IOException {
    Path target = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-g", "-d", target.toString()));
    for (int i = 0; i < sources.length; i++) {
      String name = sources[i].replaceAll("(?s).*?class (\\w+).*", "$1");
      Path file = Files.createDirectories(folder.resolve("src")).resolve(name + ".java");
      Files.writeString(file, sources[i]);
      arguments.add(file.toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    assertThat(code).isZero();
    return target;
  }

  private int analyze(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("analyze", "--output", output.toString()));
    Stream.of(arguments).map(Object::toString).forEach(all::add);
    return shell.run(all.toArray(new String[0]));
  }

  @Test
  void whatIsNotAskedForIsNoFinding() throws IOException {
    Path waits = classes(WAITS, CLEAN);
    assertThat(analyze("--exclude", "app.W*", waits)).isZero();
    assertThat(analyze("--include", "app.Clean", waits)).isZero();
    assertThat(analyze("--detect", "races", waits)).isZero();
    assertThat(analyze("--detect", "deadlocks", waits)).isEqualTo(66);
    assertThat(analyze("--include", "app.*", waits)).isEqualTo(66);
  }

  @Test
  void likelyFindingTripsTheGateAndIsInEveryReport() throws IOException {
    assertThat(analyze(classes(WAITS, CLEAN))).isEqualTo(66);
    assertThat(shell.out())
        .contains("1 likely", "wait-not-in-loop", "app.Waits", "Waits.java:3", "2 classes analysed")
        .contains("(static)")
        .doesNotContain(" by \"");
    assertThat(shell.err()).contains("wrote ").doesNotContain(" of 2 classes");
    assertThat(Files.readString(output.resolve("racewatch.json")))
        .contains("\"evidence\": \"static\"", "\"scope\": \"own\"", "\"runs\": []")
        .contains("\"line\": 3", Version.text());
    assertThat(Files.readString(output.resolve("racewatch.html"))).contains("wait-not-in-loop");
  }

  @Test
  void whatWasAnalysedLastIsCheckedReportedAndExplained() throws IOException {
    analyze(classes(WAITS), "--fail-on", "none");
    String out = output.toString();
    assertThat(shell.run("check", "--output", out)).isEqualTo(66);
    assertThat(shell.out()).contains("1 likely", "wait-not-in-loop");
    assertThat(shell.err()).contains("what 'analyze' found there last");
    assertThat(shell.run("check", out, "--exitcode", "9")).isEqualTo(9);
    assertThat(shell.run("check", out, "--fail-on", "none")).isZero();
    Path sarif = output.resolve("racewatch.sarif");
    assertThat(shell.run("report", out, "--output", out, "--format", "sarif")).isEqualTo(66);
    assertThat(Files.readString(sarif)).contains("wait-not-in-loop");
    String json = Files.readString(output.resolve("racewatch.json"));
    String fingerprint = json.replaceAll("(?s).*?\"fingerprint\": \"(\\w+)\".*", "$1");
    assertThat(shell.run("explain", fingerprint, "--output", out)).isZero();
    assertThat(shell.out()).contains("Waits.java:3");
    Path silent = Files.writeString(folder.resolve("silent.txt"), "top:app.Waits.* -- known\n");
    assertThat(shell.run("check", out, "--suppressions", silent.toString())).isZero();
  }

  @Test
  void aFolderInWhichNothingWasAnalysedIsBlind() throws IOException {
    analyze(classes(WAITS), "--no-cache");
    assertThat(shell.run("check", output.toString())).isEqualTo(70);
    assertThat(shell.err()).contains("no run files in ");
  }

  @Test
  void theExitCodeOfTheGateCanBeChosen() throws IOException {
    Path waits = classes(WAITS);
    assertThat(analyze(waits, "--exitcode", "3")).isEqualTo(3);
    assertThat(analyze(waits, "--exitcode", "0")).isZero();
    assertThat(analyze(waits, "--exitcode", "3", "--fail-on", "none")).isZero();
    Path missing = folder.resolve("missing.jar");
    assertThat(analyze(waits, missing, "--exitcode", "3")).isEqualTo(65);
  }

  @Test
  void allFormatsTakeIt() throws IOException {
    int code = analyze(classes(WAITS), "--format", "json,html,sarif,junit,gitlab,github,dot,text");
    assertThat(code).isEqualTo(66);
    assertThat(shell.err()).doesNotContain("cannot write");
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.filter(Files::isRegularFile).count()).isGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void theGateIsWhereItIsPut() throws IOException {
    Path waits = classes(WAITS, NAKED);
    assertThat(analyze(waits, "--fail-on", "none")).isZero();
    assertThat(analyze(waits, "--fail-on", "certain")).isZero();
    assertThat(analyze(waits, "--own", "other.*")).isZero();
    assertThat(analyze(waits, "--own", "other.*", "--gate-scope", "all")).isEqualTo(66);
    Files.delete(waits.resolve("app/Waits.class"));
    assertThat(analyze(waits)).isZero();
    assertThat(shell.out()).contains("1 possible");
    assertThat(analyze(waits, "--fail-on", "possible")).isEqualTo(66);
  }

  @Test
  void nothingFound() throws IOException {
    assertThat(analyze(classes(CLEAN))).isZero();
    assertThat(shell.out()).contains("no findings", "1 class analysed");
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsReported() throws IOException {
    Path text = Files.writeString(folder.resolve("a.jar"), "not a jar");
    assertThat(analyze(text)).isEqualTo(65);
    assertThat(shell.err()).contains(text + ": ");
    assertThat(output.resolve("racewatch.json")).doesNotExist();

    assertThat(analyze(folder.resolve("missing.jar"), classes(WAITS))).isEqualTo(65);
    assertThat(shell.err()).contains("missing.jar: there is no such file");
    assertThat(shell.out()).contains("1 likely");
  }

  @Test
  void wrongUse() throws IOException {
    assertThat(analyze()).isEqualTo(2);
    assertThat(shell.err()).contains("Missing required parameter");
    Path clean = classes(CLEAN);
    assertThat(analyze(clean, "--format", "pdf")).isEqualTo(2);
    assertThat(analyze(clean, "--fail-on", "sure")).isEqualTo(2);
    assertThat(analyze(clean, "--primitives", folder.resolve("none.txt"))).isEqualTo(2);
    Path rows = Files.writeString(folder.resolve("rows.txt"), "nonsense\n");
    assertThat(analyze(clean, "--primitives", rows)).isEqualTo(2);
    assertThat(shell.err()).contains("rows.txt");
  }

  @Test
  void nothingToLookAtIsNotClean() throws IOException {
    assertThat(analyze(Files.createDirectories(folder.resolve("empty")))).isEqualTo(70);
    assertThat(shell.err())
        .contains("there are no class files in " + folder.resolve("empty"), "nothing was analysed");
  }

  @Test
  void suppressedAndKnownFindingsDoNotTripIt() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(shell.run("baseline", empty.toString())).isEqualTo(70);
    Path waits = classes(WAITS);
    Path file = Files.writeString(folder.resolve("s.txt"), "top:app.Waits.once -- it is fine\n");
    assertThat(analyze(waits, "--suppressions", file)).isZero();
    assertThat(shell.out()).contains("1 suppressed");

    Path baseline = folder.resolve("baseline.json");
    int made = shell.run("baseline", "--baseline", baseline.toString(), waits.toString());
    assertThat(made).isZero();
    assertThat(shell.err()).contains("wrote 1 known finding(s)");
    assertThat(analyze(waits, "--baseline", baseline)).isZero();
    assertThat(shell.out()).contains("1 known");
  }

  @Test
  void theSecondTimeIsFromTheCacheUntilSomethingChanges() throws IOException {
    Path waits = classes(WAITS);
    analyze(waits, "--fail-on", "none");
    String first = shell.out();
    Path kept = onlyFile(output.resolve("cache"));
    // Planted, so that an answer from the cache can be told from one that was worked out.
    byte[] bytes = Files.readAllBytes(kept);
    analyze(waits, "--fail-on", "none");
    assertThat(shell.out()).isEqualTo(first);

    bytes[bytes.length / 2] ^= 1;
    Files.write(kept, bytes);
    analyze(waits, "--fail-on", "none");
    assertThat(shell.out()).isEqualTo(first);
    assertThat(Files.readAllBytes(kept)).isNotEqualTo(bytes);

    Files.delete(waits.resolve("app/Waits.class"));
    classes(CLEAN);
    analyze(waits, "--fail-on", "none");
    assertThat(shell.out()).contains("no findings");
  }

  @Test
  void withoutACacheNothingIsKept() throws IOException {
    analyze(classes(WAITS), "--no-cache");
    assertThat(output.resolve("cache")).doesNotExist();
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }
}
