package io.racewatch.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doors of the jar in real JVMs. */
class LauncherIT {
  private static final Path JAR = Path.of(System.getProperty("racewatch.test.jar"));
  private static final String CLASSES = Path.of("target/test-classes").toAbsolutePath().toString();
  private static final String HELLO = "com.example.guest.Hello";
  private static final String AGENT = "-javaagent:" + JAR;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.racewatch.dist.Jdk#all")
  void aProgramPrintsTheSame(Jdk jdk) throws Exception {
    Fork plain = Fork.run(folder, jdk.tool("java"), "-cp", CLASSES, HELLO);
    Fork watched = Fork.run(folder, jdk.tool("java"), AGENT, "-cp", CLASSES, HELLO);
    assertThat(plain.out()).contains("Hello");
    assertThat(watched.out()).isEqualTo(plain.out());
    assertThat(watched.exit()).isZero();
    assertThat(watched.err().lines()).singleElement().asString().startsWith("[racewatch] no find");
  }

  /**
   * A boot search path that grew is what makes the JVM drop the archived classes of the program.
   */
  @ParameterizedTest
  @MethodSource("io.racewatch.dist.Jdk#all")
  void sharedClassesStayShared(Jdk jdk) throws Exception {
    String archive = folder.resolve("app.jsa").toString();
    String java = jdk.tool("java");
    Path jar = helloJar();
    Fork dump =
        Fork.run(folder, java, "-XX:ArchiveClassesAtExit=" + archive, "-cp", jar.toString(), HELLO);
    assertThat(dump.exit()).isZero();
    String use = "-XX:SharedArchiveFile=" + archive;
    Fork watched =
        Fork.run(folder, java, use, "-Xlog:cds*=info", AGENT, "-cp", jar.toString(), HELLO);
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("Hello").doesNotContain("Unable to use shared archive");
  }

  @ParameterizedTest
  @MethodSource("io.racewatch.dist.Jdk#all")
  void aSecondStartDoesNothing(Jdk jdk) throws Exception {
    Fork twice = Fork.run(folder, jdk.tool("java"), AGENT, AGENT, "-cp", CLASSES, HELLO);
    assertThat(twice.exit()).isZero();
    assertThat(twice.out()).startsWith("Hello");
    assertThat(twice.err()).containsOnlyOnce("the second start does nothing");
    assertThat(twice.foreignLines()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.racewatch.dist.Jdk#all")
  void toolsOfTheJdkAreLeftAlone(Jdk jdk) throws Exception {
    Fork javac = Fork.runWith(folder, AGENT, jdk.tool("javac"), "-version");
    assertThat(javac.exit()).isZero();
    assertThat(javac.err()).doesNotContain("[racewatch]");
    assertThat(folder.resolve("racewatch-report")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("io.racewatch.dist.Jdk#all")
  void theCommandLineAnswers(Jdk jdk) throws Exception {
    Fork version = Fork.run(folder, jdk.tool("java"), "-jar", JAR.toString(), "version");
    assertThat(version.exit()).isZero();
    assertThat(version.out()).startsWith("racewatch ");
    assertThat(version.err()).isEmpty();
  }

  /** An uber-jar that swallowed the launcher but not the rest. */
  @ParameterizedTest
  @MethodSource("io.racewatch.dist.Jdk#all")
  void aTornJarLeavesTheProgramUnwatched(Jdk jdk) throws Exception {
    String torn = "-javaagent:" + tornJar();
    Fork run = Fork.run(folder, jdk.tool("java"), torn, "-cp", CLASSES, HELLO);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Hello");
    assertThat(run.err().lines().toList())
        .singleElement()
        .asString()
        .startsWith("[racewatch] not watching: ")
        .endsWith("the program goes on unwatched");
  }

  private Path tornJar() throws Exception {
    Path torn = folder.resolve("torn.jar");
    try (JarFile whole = new JarFile(JAR.toFile());
        OutputStream file = Files.newOutputStream(torn);
        JarOutputStream out = new JarOutputStream(file, whole.getManifest())) {
      for (JarEntry entry : whole.stream().filter(LauncherIT::isLauncher).toList()) {
        out.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = whole.getInputStream(entry)) {
          in.transferTo(out);
        }
      }
    }
    return torn;
  }

  private static boolean isLauncher(JarEntry entry) {
    return entry.getName().startsWith("io/racewatch/launcher/");
  }

  private Path helloJar() throws Exception {
    Path jar = folder.resolve("hello.jar");
    String entry = HELLO.replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(entry));
      Files.copy(Path.of(CLASSES, entry), out);
    }
    return jar;
  }
}
