package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.programs.Saboteur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** A detector that does not see is not a clean run. */
class BlindIT {
  private static final String ENDING = "com.example.programs.Ending";

  @ParameterizedTest
  @ValueSource(strings = {"race", "clean"})
  void withAGateItEndsWith70(String kind) throws Exception {
    Outcome outcome = blinded("exitcode=66", kind, "exit", "3");
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(70);
    assertThat(outcome.out()).isEqualTo("worked\n");
    assertThat(outcome.err()).containsIgnoringCase("blind");
    assertThat(outcome.report().runs()).extracting(Report.Run::canary).containsExactly("blind");
  }

  @Test
  void withoutAGateItSaysSo() throws Exception {
    Outcome outcome = blinded("fail-on=none", "race", "exit", "3");
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(3);
    assertThat(outcome.err()).containsIgnoringCase("blind");
  }

  @Test
  void theCommandLineEndsWith70() throws Exception {
    Outcome run = blinded("fail-on=none", "race", "return", "0");
    String folder = run.folder().resolve("report").toString();
    Outcome check = Jvm.command(Jdk.current(), "check", folder).run();
    assertThat(check.exit()).as("%s", check).isEqualTo(70);
  }

  private static Outcome blinded(String option, String... arguments) throws Exception {
    Path saboteur = jar();
    Jvm jvm = Jvm.of(Jdk.current(), "blind");
    return jvm.vm("-javaagent:" + saboteur + "=io/racewatch/runtime/Hooks")
        .agent("output=" + jvm.report() + "," + option)
        .main(ENDING, arguments)
        .run();
  }

  private static Path jar() throws Exception {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Saboteur.class.getName());
    attributes.putValue("Class-Path", url(Saboteur.class) + " " + url(ClassReader.class));
    Path jar = Places.folder("saboteur").resolve("saboteur.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return jar;
  }

  private static String url(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
