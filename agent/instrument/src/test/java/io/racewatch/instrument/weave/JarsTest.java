package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of the libraries at hand is woven whole, and verified by the JVM. */
class JarsTest {
  static Stream<String> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.matches(".*[/\\\\](asm|junit|assertj|opentest4j)[^/\\\\]*\\.jar"));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyClassVerifies(String jar) throws IOException {
    List<String> names = classes(jar);
    WeavingLoader loader = new WeavingLoader(names::contains, WeaveMode.loading(true));
    List<String> failures = new ArrayList<>();
    for (String name : names) {
      try {
        // Asking for the methods links the class, and linking verifies it.
        Class<?> type = Class.forName(name, false, loader);
        type.getDeclaredMethods();
        failures.addAll(loader.woven(type).left());
      } catch (VerifyError | ClassFormatError | RuntimeException e) {
        failures.add(name + ": " + e);
      } catch (ClassNotFoundException | LinkageError missing) {
        // Optional dependencies that are not at hand.
        continue;
      }
    }

    assertThat(failures).isEmpty();
  }

  private static List<String> classes(String jar) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile file = new JarFile(jar)) {
      for (JarEntry entry : Collections.list(file.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.endsWith("-info.class") && !name.startsWith("META")) {
          names.add(name.substring(0, name.length() - 6).replace('/', '.'));
        }
      }
    }
    return names;
  }
}
