package io.racewatch.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program's own versions of our libraries are the ones that it gets. */
class OldLibrariesIT {
  private static final String CLASS_PATH =
      Path.of("target/test-classes").toAbsolutePath()
          + File.pathSeparator
          + Path.of("target/old-libraries").toAbsolutePath()
          + File.separator
          + "*";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.racewatch.dist.Jdk#all")
  void theProgramKeepsItsOwnVersions(Jdk jdk) throws Exception {
    String java = jdk.tool("java");
    String agent = "-javaagent:" + System.getProperty("racewatch.test.jar");
    String main = "com.example.guest.OldLibraries";
    Fork plain = Fork.run(folder, java, "-cp", CLASS_PATH, main);
    Fork watched = Fork.run(folder, java, agent, "-cp", CLASS_PATH, main);
    assertThat(plain.out())
        .contains("asm-5.0.4.jar", "jgrapht-core-0.9.2.jar", "jackson-core-2.3.0.jar")
        .contains("byte-buddy-1.6.14.jar");
    assertThat(watched.out()).isEqualTo(plain.out());
    assertThat(watched.exit()).isZero();
    assertThat(watched.foreignLines()).isEmpty();
  }
}
