package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What depends on insides of the JDK is tried on JDK 25, too, where there is one. */
class NewestJdkTest {
  private static final String ADDED = "=ALL-UNNAMED";

  private static final List<Class<?>> DEPENDENT =
      List.of(
          HandleVarsTest.class,
          ResolverTest.class,
          ClassInitsTest.class,
          LocksTest.class,
          LibraryShadowTest.class,
          VirtualThreadsTest.class,
          SyncClockTest.class);

  /** Runs the tests of the named classes; says which failed, and ends with their number. */
  public static void main(String[] names) throws Exception {
    int failures = 0;
    for (String name : names) {
      Class<?> tests = Class.forName(name);
      for (Method test : tests.getDeclaredMethods()) {
        if (test.isAnnotationPresent(Test.class)) {
          failures += run(tests, test) ? 0 : 1;
        }
      }
    }
    System.out.println("JDK " + Runtime.version().feature() + ", failures: " + failures);
    System.exit(failures);
  }

  private static boolean run(Class<?> tests, Method test) throws Exception {
    try {
      var constructor = tests.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object instance = constructor.newInstance();
      call(tests, BeforeEach.class, instance);
      test.setAccessible(true);
      test.invoke(instance);
      call(tests, AfterEach.class, instance);
      return true;
    } catch (InvocationTargetException failed) {
      System.out.println(test + ": " + failed.getCause());
      return false;
    }
  }

  private static void call(
      Class<?> tests, Class<? extends java.lang.annotation.Annotation> which, Object instance)
      throws Exception {
    for (Method method : tests.getDeclaredMethods()) {
      if (method.isAnnotationPresent(which)) {
        method.setAccessible(true);
        method.invoke(instance);
      }
    }
  }

  @Test
  @Timeout(120)
  void testsPassOnJdk25() throws Exception {
    Path home = newest();
    assumeTrue(home != null, "no JDK 25 on this machine");
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    for (String insides : new String[] {"misc", "access"}) {
      command.add("--add-exports");
      command.add("java.base/jdk.internal." + insides + ADDED);
    }
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(getClass().getName());
    for (Class<?> tests : DEPENDENT) {
      command.add(tests.getName());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("JDK 25, failures: 0");
  }

  /** From {@code JAVA25_HOME}, or beside the JDK of this JVM. */
  private static Path newest() throws IOException {
    String named = System.getenv("JAVA25_HOME");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    try (Stream<Path> siblings = Files.list(Path.of(System.getProperty("java.home")).getParent())) {
      return siblings.filter(NewestJdkTest::isNewest).findFirst().orElse(null);
    }
  }

  private static boolean isNewest(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"25");
    } catch (IOException unreadable) {
      return false;
    }
  }
}
