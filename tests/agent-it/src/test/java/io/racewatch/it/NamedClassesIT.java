package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

/**
 * A hook that is the first to name a class of the JDK loads it, perhaps under the transformer of
 * another agent that is shown this very class: a ClassCircularityError for both.
 */
class NamedClassesIT {
  private static final String RUNTIME = "META-INF/racewatch/boot/io/racewatch/runtime/";

  /** Only the end, handlers of files, and bootstrap methods that nobody calls name these. */
  private static final Set<String> NEVER_IN_HOOKS =
      Set.of(
          "java.io.SequenceInputStream",
          "java.lang.runtime.ObjectMethods",
          "java.nio.channels.ClosedChannelException",
          "java.nio.file.AccessDeniedException",
          "java.nio.file.FileAlreadyExistsException",
          "java.nio.file.FileSystemException",
          "java.nio.file.NotDirectoryException");

  /** The tag of a class in a constant pool (JVMS 4.4). */
  private static final int CLASS = 7;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void allAreLoadedBeforeTheFirstHook(Jdk jdk) throws IOException {
    Jvm jvm = Jvm.watched(jdk, "named");
    Path log = jvm.report().resolveSibling("loaded.txt");
    jvm.vm("-Xlog:class+load:file=" + log).main("com.example.programs.Hello").run();
    Set<String> loaded = new TreeSet<>();
    boolean installed = false;
    for (String line : Files.readAllLines(log)) {
      String name = line.replaceAll("^.*\\] (\\S+) source:.*$", "$1");
      installed |= name.endsWith(".jdk.JdkHookInstaller");
      if (!installed) {
        loaded.add(name);
      }
    }
    assertThat(installed).isTrue();
    assertThat(named()).hasSizeGreaterThan(90).isSubsetOf(loaded);
  }

  private static Set<String> named() throws IOException {
    Set<String> named = new TreeSet<>();
    try (JarFile jar = new JarFile(Places.JAR.toFile())) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith(RUNTIME) && entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            collect(in, named);
          }
        }
      }
    }
    return named.stream()
        .filter(name -> name.startsWith("java.") && !NEVER_IN_HOOKS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that instructions name, not those in descriptors, which nobody loads. */
  private static void collect(InputStream classFile, Set<String> named) throws IOException {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && reader.readByte(at - 1) == CLASS) {
        String name = reader.readUTF8(at, buffer).replaceAll("^\\[+L?|;$", "");
        named.add(name.replace('/', '.'));
      }
    }
  }
}
