package io.racewatch.it;

import com.example.programs.Saboteur;
import com.example.programs.StarvedRwIgnored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;

/** Breaks a class of racewatch in a JVM; must stand before our agent. */
final class Sabotage {
  private Sabotage() {}

  /** As {@link Saboteur} understands it. */
  static Jvm of(Jvm jvm, String what) {
    return jvm.vm("-javaagent:" + jar(Saboteur.class) + "=" + what);
  }

  /** Lets allocations of the runtime fail as {@link StarvedRwIgnored} says. */
  static Jvm starving(Jvm jvm) throws IOException {
    String name = StarvedRwIgnored.class.getName().replace('.', '/') + ".class";
    Path jar = Places.folder("starving").resolve("starving.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(name));
      out.write(Files.readAllBytes(Places.PROGRAMS.resolve(name)));
    }
    return of(jvm, "starve:" + jar);
  }

  /** The jar of an agent among the programs. */
  static Path jar(Class<?> agent) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", agent.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    attributes.putValue("Class-Path", url(agent) + " " + url(ClassReader.class));
    Path jar = Places.folder("saboteur").resolve("saboteur.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
