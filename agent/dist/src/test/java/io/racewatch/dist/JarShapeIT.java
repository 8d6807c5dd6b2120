package io.racewatch.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing may lie in the jar that is not on the list: what lies at the root the program can see.
 */
class JarShapeIT {
  private static final String BOOT = "META-INF/racewatch/boot/";
  private static final String ISOLATED = "META-INF/racewatch/isolated/";
  private static final int JAVA_8 = 52;

  private static final List<Pattern> ALLOWED =
      List.of(
          Pattern.compile("META-INF/(MANIFEST\\.MF|LICENSE|NOTICE)"),
          Pattern.compile("META-INF/licenses/(asm|jgrapht|[a-z-]+-[0-9][^/]*)/[^/]+"),
          Pattern.compile("io/racewatch/launcher/[A-Za-z$0-9]+\\.class"),
          Pattern.compile(BOOT + "index"),
          Pattern.compile(BOOT + "io/racewatch/(runtime|format)/[^-]+\\.class"),
          Pattern.compile(ISOLATED + "META-INF/services/[A-Za-z.$]+"),
          Pattern.compile(
              ISOLATED
                  + "io/racewatch/(bootstrap|instrument|bytecode|finish|model|engine|graph|code"
                  + "|trace|report|cli)/.+"),
          Pattern.compile(ISOLATED + "doctor/[A-Z].+\\.class"),
          Pattern.compile(ISOLATED + "(io/racewatch/asm|org/jgrapht|org/jheaps)/.+\\.class"),
          Pattern.compile(ISOLATED + "com/fasterxml/jackson/core/.+\\.class"),
          Pattern.compile(ISOLATED + "gg/jte/.+\\.class"),
          Pattern.compile(ISOLATED + "picocli/.+\\.class"));

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(Path.of(System.getProperty("racewatch.test.jar")).toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void everyEntryIsOnTheList() {
    assertThat(jar.stream().map(JarEntry::getName))
        .filteredOn(name -> ALLOWED.stream().noneMatch(each -> each.matcher(name).matches()))
        .isEmpty();
  }

  @Test
  void everyLineOfTheListIsUsed() {
    List<String> names = jar.stream().map(JarEntry::getName).toList();
    assertThat(ALLOWED)
        .filteredOn(each -> names.stream().noneMatch(name -> each.matcher(name).matches()))
        .isEmpty();
  }

  @Test
  void theLauncherLoadsOnJava8() throws IOException {
    for (String name : List.of("Launcher", "Jvm")) {
      JarEntry entry = jar.getJarEntry("io/racewatch/launcher/" + name + ".class");
      try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
        in.readInt();
        in.readUnsignedShort();
        assertThat(in.readUnsignedShort()).as(entry.getName()).isLessThanOrEqualTo(JAVA_8);
      }
    }
  }

  @Test
  void theManifestOpensBothDoors() throws IOException {
    Attributes manifest = jar.getManifest().getMainAttributes();
    String launcher = "io.racewatch.launcher.Launcher";
    assertThat(manifest.getValue("Main-Class")).isEqualTo(launcher);
    assertThat(manifest.getValue("Premain-Class")).isEqualTo(launcher);
    assertThat(manifest.getValue("Agent-Class")).isEqualTo(launcher);
    assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(manifest.getValue("Boot-Class-Path")).isNull();
    assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
  }

  @Test
  void theBootIndexNamesEveryBootClass() throws IOException {
    Set<String> files =
        under(BOOT + "io/").stream()
            .map(entry -> entry.getName().substring(BOOT.length()))
            .map(name -> name.replace(".class", "").replace('/', '.'))
            .collect(Collectors.toSet());
    try (InputStream in = jar.getInputStream(jar.getEntry(BOOT + "index"))) {
      String index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(index.split("\n")).containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @Test
  void nothingVariesBetweenTwoBuilds() {
    List<JarEntry> entries = jar.stream().toList();
    assertThat(entries.stream().map(JarEntry::getTimeLocal).distinct()).hasSize(1);
    assertThat(entries.stream().skip(1).map(JarEntry::getName).toList()).isSorted();
  }

  private List<JarEntry> under(String folder) {
    return jar.stream().filter(entry -> entry.getName().startsWith(folder)).toList();
  }
}
