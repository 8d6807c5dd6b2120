package io.racewatch.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.engine.RunSource;
import io.racewatch.model.options.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildReportTest {
  @TempDir Path output;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path jar;
  private Path file;

  @BeforeEach
  void makeJar() throws IOException {
    file = Runs.write(output.resolve("runs/s-1-a.rw"), Runs.clean());
    jar = output.resolve("fake.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeCommandLine.class.getName());
    String entry = FakeCommandLine.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream in = FakeCommandLine.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new ZipEntry(entry));
      in.transferTo(out);
    }
  }

  private Job job(String how) {
    Options options = Options.of(Map.of("own", how, "exitcode", "5", "baseline", ""));
    return new Job(RunSource.of(file), output, options, false, new Log(err));
  }

  @ParameterizedTest
  @CsvSource({"0,-1", "66,5", "70,70", "65,-1"})
  void theExitCodeOfTheCommandBecomesOurs(String code, int expected) throws Exception {
    assertThat(new ChildReport(job(code), jar).render()).isEqualTo(expected);
  }

  @Test
  void theCommandGetsOptionsFilesAndTheTimeForChecks() throws Exception {
    Path other = Runs.write(output.resolve("runs/s-2-a.rw"), Runs.clean());
    new ChildReport(job("0"), jar).render();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("given report ")
        .contains("--own 0", "--exitcode 5", "--baseline none", "--checks-within ")
        .endsWith("--output " + output + " " + file + " " + other + System.lineSeparator());
  }

  @Test
  void aCommandThatFailsIsSaid() throws Exception {
    assertThat(new ChildReport(job("137"), jar).render()).isEqualTo(-1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("no report: its JVM ended with 137; the findings are in the run file");
  }

  @Test
  void aChildThatHangsCanBeStopped() throws Exception {
    ChildReport child = new ChildReport(job("hang"), jar);
    int[] code = {0};
    Thread thread =
        new Thread(
            () -> {
              try {
                code[0] = child.render();
              } catch (IOException | InterruptedException e) {
                code[0] = 1;
              }
            });
    thread.start();
    while (thread.isAlive()) {
      child.stop();
      thread.join(10);
    }
    assertThat(code[0]).isEqualTo(-1);
  }

  @Test
  void whatIsInMemoryIsRenderedHere() throws IOException {
    assertThat(ChildReport.isNeeded(new RunSource(null, new byte[10]))).isFalse();
    assertThat(ChildReport.isNeeded(new RunSource(file, new byte[10]))).isFalse();
  }
}
