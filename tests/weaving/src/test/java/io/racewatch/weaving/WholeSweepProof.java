package io.racewatch.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of the JDKs and of all libraries; part of the profile {@code proof}. */
class WholeSweepProof {
  /** The JDK of the build, and the one that {@code JAVA25_HOME} names. */
  static List<Path> jdks() {
    String other = System.getenv("JAVA25_HOME");
    Path current = Path.of(System.getProperty("java.home"));
    return other == null ? List.of(current) : List.of(current, Path.of(other));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void nothingFails(Path jdk) throws IOException, InterruptedException {
    Path libraries = Path.of("target/lib");
    assertThat(libraries).isDirectory();
    File out = new File("target/sweep-" + jdk.getFileName() + ".txt");
    Process sweep =
        new ProcessBuilder(
                jdk.resolve("bin/java").toString(),
                "-Xmx3g",
                "-cp",
                System.getProperty("java.class.path"),
                Sweep.class.getName(),
                libraries.toString())
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    assertThat(sweep.waitFor()).as("see %s", out).isZero();
    assertThat(Files.readString(out.toPath())).contains("| all |").doesNotContain("FAILED");
  }
}
