package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No class that a hook may come to is left to be initialised on a full stack. */
class ReadinessTest {
  /** Never reached from a hook. */
  private static final Set<String> OTHERS =
      Set.of(
          "io.racewatch.runtime.Exit",
          "io.racewatch.runtime.Bystanders",
          "io.racewatch.runtime.DeadlockReport",
          "io.racewatch.runtime.DeadlockFinder",
          "io.racewatch.runtime.Futures",
          "io.racewatch.runtime.MonitorWaits");

  /** Loads the runtime once more, so that nothing of it is initialised yet. */
  private static final class Fresh extends ClassLoader {
    Fresh() {
      super(ReadinessTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null || !name.startsWith("io.racewatch.")) {
          return known != null ? known : super.loadClass(name, resolve);
        }
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] bytes = in.readAllBytes();
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Test
  void allClassesOfHooksAreInitialised() throws Exception {
    Fresh fresh = new Fresh();
    Class<?> readiness = Class.forName(Readiness.class.getName(), true, fresh);
    Method initialize = readiness.getDeclaredMethod("initialize");
    initialize.setAccessible(true);
    initialize.invoke(null);
    List<String> names = names();
    assertThat(names).hasSizeGreaterThan(30);
    assertThat(names)
        .allSatisfy(
            name -> {
              Class<?> c = Class.forName(name, false, fresh);
              assertThat(Internals.U.shouldBeInitialized(c)).as(name).isFalse();
            });
  }

  private static boolean hasInitializer(Path classFile) {
    try {
      return new String(Files.readAllBytes(classFile), StandardCharsets.ISO_8859_1)
          .contains("<clinit>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Classes that have something to initialise. */
  private static List<String> names() throws IOException, URISyntaxException {
    Path root =
        Path.of(Readiness.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root.resolve("io/racewatch/runtime"))) {
      return files
          .filter(p -> p.toString().endsWith(".class") && hasInitializer(p))
          .map(p -> root.relativize(p).toString())
          .filter(p -> !p.contains("/log/"))
          .map(p -> p.substring(0, p.length() - 6).replace('/', '.'))
          .filter(name -> !OTHERS.contains(name.split("\\$")[0]))
          .toList();
    }
  }
}
