package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that are loaded in other ways than from a class path by the JDK's own loader. */
class LoadersIT {
  /** The JVM has words of its own for any agent beside some archives, and for such a loader. */
  private static final String SILENT = "-Xlog:disable";

  private static final String BUSY = "com.example.programs.Busy";

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aSystemClassLoaderOfTheProgram(Jdk jdk) {
    String loader = "-Djava.system.class.loader=com.example.programs.OwnSystemLoader";
    check(
        Jvm.watched(jdk, "own-loader", "exit-budget=60s")
            .vm(SILENT, "-XX:-PrintWarnings", loader)
            .main(BUSY)
            .run());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anAgentInTheManifestOfTheProgram(Jdk jdk) throws IOException {
    Attributes more = new Attributes();
    more.put(Attributes.Name.MAIN_CLASS, BUSY);
    more.putValue("Launcher-Agent-Class", "com.example.programs.LauncherAgent");
    more.putValue("Can-Retransform-Classes", "true");
    Path jar = jar("launcher-agent", more);
    Outcome plain = Jvm.of(jdk, "launcher-plain").vm("-jar", jar.toString()).run();
    Outcome watched =
        Jvm.watched(jdk, "launcher-agent", "exit-budget=60s").vm("-jar", jar.toString()).run();
    assertThat(watched.foreignLines()).isEqualTo(plain.foreignLines());
    check(watched);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anArchiveOfTheProgramsClasses(Jdk jdk) throws IOException {
    List<Path> jar = List.of(jar("archived", new Attributes()));
    Path archive = Places.folder("archive").resolve("app.jsa");
    Jvm dumps = Jvm.of(jdk, "dumps").vm("-XX:ArchiveClassesAtExit=" + archive);
    assertThat(dumps.main(jar, BUSY).run().exit()).isZero();
    assertThat(archive).isNotEmptyFile();
    String use = "-XX:SharedArchiveFile=" + archive;
    check(
        Jvm.watched(jdk, "archived", "exit-budget=60s")
            .vm(SILENT, use, "-Xshare:on")
            .main(jar, BUSY)
            .run());
  }

  @Test
  void anArchiveThatTheJvmMakesForItself() throws IOException {
    Jdk jdk = Jdk.all().get(Jdk.all().size() - 1);
    if (jdk.feature() < 19) {
      return; // there is none
    }
    List<Path> jar = List.of(jar("automatic", new Attributes()));
    Path archive = Places.folder("archive").resolve("auto.jsa");
    String[] options = {SILENT, "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive};
    assertThat(Jvm.of(jdk, "auto-plain").vm(options).main(jar, BUSY).run().exit()).isZero();
    check(Jvm.watched(jdk, "auto", "exit-budget=60s").vm(options).main(jar, BUSY).run());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aModuleThatReadsNothing(Jdk jdk) {
    Path modules = Places.folder("modules");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-g",
                "-d",
                modules.toString(),
                "src/test/modular/module-info.java",
                "src/test/modular/com/example/modular/Strict.java");
    assertThat(compiled).isZero();
    Outcome outcome =
        Jvm.watched(jdk, "module", "exit-budget=60s")
            .vm("-p", modules.toString(), "-m", "com.example.modular/com.example.modular.Strict")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.out()).isEqualTo("module com.example.modular 1 1\n");
    assertThat(outcome.report().runs()).extracting(Report.Run::canary).containsExactly("ok");
    assertThat(outcome.report().findings())
        .isNotEmpty()
        .allMatch(f -> f.members().equals(List.of("com.example.modular.Strict.raced")));
  }

  private static void check(Outcome outcome) {
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(outcome.out()).isEqualTo("40000\n");
    assertThat(outcome.foreignLines()).isEmpty();
    assertThat(outcome.report().findings()).isEmpty();
    assertThat(outcome.report().runs()).extracting(Report.Run::canary).containsExactly("ok");
    assertThat(outcome.report().runs().get(0).failures()).isEmpty();
    assertThat(outcome.report().runs().get(0).instrumented()).isPositive();
  }

  /** All programs and what they stand on, in one jar. */
  private static Path jar(String name, Attributes more) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putAll(more);
    Path jar = Places.folder(name).resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path root : List.of(Places.PROGRAMS, Places.SAMPLE_CLASSES)) {
        for (String part : List.of("com/example/programs", "com/example/support")) {
          add(out, root, root.resolve(part));
        }
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, Path root, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
  }
}
