package io.racewatch.instrument.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Starts real JVMs with the rows installed and asks the hooks which threads are ordered. */
class EdgesTest {
  private static final String STUB = StubHooks.class.getName().replace('.', '/');
  private static final String HOOKS = "io/racewatch/runtime/JdkHooks";
  private static final String FILTER = "io/racewatch/runtime/MemberFilter";

  @TempDir Path folder;

  @Test
  void eachConstructOrdersWhatItPromisesAndNoMore() throws Exception {
    runOn(Path.of(System.getProperty("java.home")));
  }

  @Test
  void onTheNewerJdkToo() throws Exception {
    String newer = System.getenv("JAVA25_HOME");
    assumeTrue(newer != null && !newer.isEmpty(), "JAVA25_HOME is not set");
    runOn(Path.of(newer));
  }

  private void runOn(Path javaHome) throws Exception {
    Path boot = folder.resolve("boot.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(boot))) {
      put(out, HOOKS, STUB);
      put(out, FILTER, FILTER);
    }
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(javaHome, boot))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    assertThat(Files.readString(output)).contains(" 0 problems").contains("lost [], failed {}");
    assertThat(status).isZero();
  }

  private List<String> command(Path javaHome, Path boot) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.add("-XX:+UnlockDiagnosticVMOptions");
    command.add("-XX:+BytecodeVerificationLocal"); // else classes of the boot loader are trusted
    command.add("-Xshare:off");
    command.add("-javaagent:" + agentJar() + "=" + boot);
    command.add("-cp");
    command.add(renamedTests() + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(Edges.class.getName());
    return command;
  }

  private Path agentJar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", EdgeAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("agent.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  /** The cases, which call the stub by the name that it has in the boot loader. */
  private Path renamedTests() throws IOException, URISyntaxException {
    Path target = folder.resolve("cases");
    Path source = Path.of(Edges.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String itsPackage = Edges.class.getPackageName().replace('.', '/');
    Files.createDirectories(target.resolve(itsPackage));
    try (var files = Files.list(source.resolve(itsPackage))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.contains("Edges")) {
          Files.write(target.resolve(itsPackage).resolve(name), renamed(Files.readAllBytes(file)));
        }
      }
    }
    return target;
  }

  private static void put(JarOutputStream out, String name, String source) throws IOException {
    out.putNextEntry(new ZipEntry(name + ".class"));
    try (InputStream in = EdgesTest.class.getResourceAsStream("/" + source + ".class")) {
      ((OutputStream) out).write(renamed(in.readAllBytes()));
    }
    out.closeEntry();
  }

  private static byte[] renamed(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes).accept(new ClassRemapper(writer, new SimpleRemapper(STUB, HOOKS)), 0);
    return writer.toByteArray();
  }
}
