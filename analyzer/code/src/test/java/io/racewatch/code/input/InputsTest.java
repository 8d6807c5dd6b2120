package io.racewatch.code.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final int NEWER_THAN_ALL = 99;

  @TempDir Path folder;

  private final List<ClassFile> files = new ArrayList<>();
  private InputResult result;

  private void read(Path... paths) {
    files.clear();
    result = Inputs.read(List.of(paths), files::add);
  }

  private Path put(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private List<String> names() {
    return files.stream().map(ClassFile::name).toList();
  }

  private List<String> own() {
    return files.stream().filter(ClassFile::own).map(ClassFile::name).toList();
  }

  @Test
  void classesOfAJarButNotItsModuleAndPackages() throws IOException {
    byte[] jar =
        Made.zip()
            .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")
            .with("a/A.class", Made.type("a/A"))
            .with("a/package-info.class", Made.type("a/package-info"))
            .with("META-INF/versions/11/a/A.class", Made.type("a/A"))
            .with("a/readme.txt", "x")
            .bytes();
    read(put("app.jar", jar));
    assertThat(own()).containsExactly("a/A");
    assertThat(files.get(0).place()).endsWith("app.jar!a/A.class");
    assertThat(result.unreadable()).isEmpty();
    assertThat(result.broken()).isEmpty();
  }

  @Test
  void folderWithClassesFirstAndJarsBesideThem() throws IOException {
    put("build/classes/a/A.class", Made.type("a/A"));
    put("build/app.jar", Made.zip().with("a/A.class", Made.type("a/A")).bytes());
    put("build/lib/b.jar", Made.zip().with("b/B.class", Made.type("b/B")).bytes());
    read(folder.resolve("build"));
    assertThat(names()).containsExactly("a/A", "b/B");
    assertThat(own()).containsExactly("a/A");
    assertThat(files.get(0).place()).endsWith("A.class").doesNotContain("!");
    assertThat(result.notes())
        .containsExactly("1 more class files of names seen before were left out");
  }

  @Test
  void singleClassFile() throws IOException {
    read(put("A.class", Made.type("a/A")));
    assertThat(own()).containsExactly("a/A");
  }

  @Test
  void fatJarTellsOwnClassesFromLibraries() throws IOException {
    byte[] library = Made.zip().with("b/B.class", Made.type("b/B")).bytes();
    byte[] boot =
        Made.zip()
            .with("org/loader/L.class", Made.type("org/loader/L"))
            .with("BOOT-INF/classes/a/A.class", Made.type("a/A"))
            .with("BOOT-INF/lib/b.jar", library)
            .bytes();
    read(put("boot.jar", boot));
    assertThat(names()).containsExactly("org/loader/L", "a/A", "b/B");
    assertThat(own()).containsExactly("a/A");
    assertThat(files.get(2).place()).endsWith("boot.jar!BOOT-INF/lib/b.jar!b/B.class");
  }

  @Test
  void warInAnEarIsOwnAndItsLibrariesAreNot() throws IOException {
    byte[] war =
        Made.zip()
            .with("WEB-INF/classes/a/A.class", Made.type("a/A"))
            .with("WEB-INF/lib/b.jar", Made.zip().with("b/B.class", Made.type("b/B")).bytes())
            .bytes();
    byte[] ear =
        Made.zip()
            .with("web.war", war)
            .with("lib/c.jar", Made.zip().with("c/C.class", Made.type("c/C")).bytes())
            .bytes();
    read(put("app.ear", ear));
    assertThat(names()).containsExactlyInAnyOrder("a/A", "b/B", "c/C");
    assertThat(own()).containsExactly("a/A");
  }

  @Test
  void shadedJarIsOwnBesideItsMainClassOnly() throws IOException {
    byte[] jar =
        Made.zip()
            .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: com.acme.app.Main\n")
            .with("META-INF/maven/com.acme/app/pom.properties", "")
            .with("META-INF/maven/org.lib/lib/pom.properties", "")
            .with("com/acme/app/Main.class", Made.type("com/acme/app/Main"))
            .with("org/lib/L.class", Made.type("org/lib/L"))
            .bytes();
    read(put("all.jar", jar));
    assertThat(names()).containsExactly("com/acme/app/Main", "org/lib/L");
    assertThat(own()).containsExactly("com/acme/app/Main");
  }

  @Test
  void multiReleaseJarGivesWhatThisJvmWouldLoad() throws IOException {
    byte[] jar =
        Made.zip()
            .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n")
            .with("a/A.class", Made.type("a/A", 52))
            .with("META-INF/versions/11/a/A.class", Made.type("a/A", 55))
            .with("META-INF/versions/98/a/A.class", Made.type("a/A", 61))
            .bytes();
    read(put("mr.jar", jar));
    assertThat(names()).containsExactly("a/A");
    assertThat(files.get(0).reader().readShort(6)).isEqualTo((short) 55);
  }

  @Test
  void signedJarIsReadThoughItsSignatureIsWrong() throws IOException {
    byte[] jar =
        Made.zip()
            .with(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\n\nName: a/A.class\nSHA-256-Digest: AAAA\n\n")
            .with("META-INF/X.SF", "Signature-Version: 1.0\n\n")
            .with("META-INF/X.RSA", "no signature")
            .with("a/A.class", Made.type("a/A"))
            .bytes();
    read(put("signed.jar", jar));
    assertThat(names()).containsExactly("a/A");
  }

  @Test
  void jmodAndTheImageOfTheRunningJdk() throws IOException {
    byte[] zip = Made.zip().with("classes/a/A.class", Made.type("a/A")).bytes();
    byte[] jmod = new byte[zip.length + 4];
    jmod[0] = 'J';
    jmod[1] = 'M';
    jmod[2] = 1;
    System.arraycopy(zip, 0, jmod, 4, zip.length);
    read(put("a.jmod", jmod));
    assertThat(own()).containsExactly("a/A");

    read(Path.of(System.getProperty("java.home"), "lib", "modules"));
    assertThat(names()).contains("java/lang/Object", "java/util/HashMap");
  }

  @Test
  void classFileFromTheFutureIsReadAsTheNewestKnown() throws IOException {
    byte[] bytes = Made.type("a/A");
    bytes[7] = NEWER_THAN_ALL;
    read(put("A.class", bytes));
    assertThat(names()).containsExactly("a/A");
    assertThat(result.notes())
        .singleElement()
        .asString()
        .startsWith("1 class file is of Java 55, which this version does not know");
  }

  @Test
  void entryThatLooksLikeAFolderIsStillAClass() throws IOException {
    byte[] jar = Made.zip().with("a/A.class", Made.type("a/A")).bytes();
    // The name stands in the local header and in the directory, with room for one more byte.
    byte[] odd = Made.zip().with("a/AAclass/", Made.type("a/A")).bytes();
    assertThat(jar).isNotEqualTo(odd);
    read(
        put(
            "odd.jar",
            new String(odd, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("a/AAclass/", "a/A.class/")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    assertThat(names()).containsExactly("a/A");
  }

  @Test
  void oneBrokenClassLeavesTheOthers() throws IOException {
    byte[] whole = Made.type("a/B");
    byte[] jar =
        Made.zip()
            .with("a/A.class", Arrays.copyOf(whole, 30))
            .with("a/B.class", whole)
            .with("a/C.class", "no class at all, but text")
            .with("a/D.class", new byte[0])
            .bytes();
    read(put("half.jar", jar));
    assertThat(names()).containsExactly("a/B");
    assertThat(result.unreadable()).isEmpty();
    assertThat(result.broken())
        .extracting(Broken::reason)
        .containsExactly("it is malformed", "it is no class file", "it is empty");
  }

  @Test
  void pathsThatAreNothing() throws IOException {
    byte[] jar = Made.zip().with("a/A.class", Made.type("a/A")).bytes();
    Path torn = put("torn.jar", Arrays.copyOf(jar, jar.length / 2));
    Path empty = put("empty.jar", new byte[0]);
    Path text = put("notes.txt", "hello".getBytes());
    Path missing = folder.resolve("missing.jar");
    Path broken = put("Broken.class", Arrays.copyOf(Made.type("a/A"), 30));
    read(torn, empty, text, missing, broken, put("A.class", Made.type("a/A")));
    assertThat(names()).containsExactly("a/A");
    assertThat(result.unreadable()).hasSize(5);
    assertThat(result.unreadable().get(0)).startsWith(torn + ": ");
    assertThat(result.unreadable().get(1)).isEqualTo(empty + ": it is empty");
    assertThat(result.unreadable().get(2))
        .isEqualTo(text + ": it is neither a jar, a class file nor a module");
    assertThat(result.unreadable().get(3)).isEqualTo(missing + ": there is no such file");
    assertThat(result.unreadable().get(4)).contains("nothing in it can be read");
  }

  @Test
  void emptyFolderIsNoError() throws IOException {
    read(Files.createDirectories(folder.resolve("empty")));
    assertThat(files).isEmpty();
    assertThat(result.unreadable()).isEmpty();
  }

  @Test
  void packedTooDeepIsSaid() throws IOException {
    byte[] inner = Made.zip().with("a/A.class", Made.type("a/A")).bytes();
    for (int i = 0; i < 10; i++) {
      inner = Made.zip().with("inner.jar", inner).with("b/B.class", Made.type("b/B")).bytes();
    }
    read(put("deep.jar", inner));
    assertThat(names()).containsExactly("b/B");
    assertThat(result.broken()).extracting(Broken::reason).containsExactly("it is packed too deep");
  }
}
