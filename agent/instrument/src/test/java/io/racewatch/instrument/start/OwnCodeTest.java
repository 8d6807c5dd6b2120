package io.racewatch.instrument.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCodeTest {
  @TempDir Path folder;

  @Test
  void classFoldersAreOwnAndJarsBesideThemAreNot() throws Exception {
    Path library = jar("lib.jar", "org.lib.Main", null);
    String path = classes("classes") + File.pathSeparator + library;
    assertThat(OwnCode.guess(path)).containsExactlyInAnyOrder("com.acme.*", "Top");
  }

  @Test
  void theMainJarsPackagesAreOwn() throws Exception {
    Path main = jar("app.jar", "com.acme.shop.Main", "lib.jar");
    assertThat(OwnCode.guess(main.toString())).containsExactly("com.acme.*");
  }

  /** Surefire starts its test JVM with a jar that has nothing but a manifest. */
  @Test
  void foldersThatAJarPassesOnAreOwnAndItsMainClassIsNot() throws Exception {
    Path classes = classes("with space");
    String passedOn = "lib.jar " + classes.toUri() + " missing/";
    Path booter = jar("booter.jar", "org.build.tool.Booter", passedOn);
    assertThat(OwnCode.guess(booter.toString())).containsExactlyInAnyOrder("com.acme.*", "Top");
  }

  @Test
  void relativeFoldersAreSoughtBesideTheJar() throws Exception {
    classes("classes");
    Path booter = jar("booter.jar", "org.build.tool.Booter", "classes/");
    assertThat(OwnCode.guess(booter.toString())).contains("com.acme.*");
  }

  @Test
  void foldersOfModulesAreOwnAndSoIsTheMainModule() throws Exception {
    Files.createFile(classes("modules/app.shop").resolve("module-info.class"));
    classes("modules/no.module");
    Set<String> packages = Set.of("org.shop.web", "com.acme");
    assertThat(OwnCode.ofModules(folder.resolve("modules").toString(), packages))
        .containsExactlyInAnyOrder("com.acme.*", "Top", "org.shop.web.*");
    assertThat(OwnCode.ofModules(folder.resolve("modules/no.module").toString(), packages))
        .containsExactlyInAnyOrder("com.acme.*", "org.shop.web.*");
  }

  private Path classes(String name) throws Exception {
    Path classes = folder.resolve(name);
    Files.createDirectories(classes.resolve("com/acme"));
    Files.createFile(classes.resolve("com/acme/A.class"));
    Files.createFile(classes.resolve("Top.class"));
    return classes;
  }

  private Path jar(String name, String mainClass, String classPath) throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, mainClass);
    if (classPath != null) {
      main.put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    return jar;
  }
}
