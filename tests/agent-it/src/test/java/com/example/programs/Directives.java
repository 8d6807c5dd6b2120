package com.example.programs;

import java.lang.management.ManagementFactory;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Loads classes of a jar, then looks what the JIT was told until it was told something. */
public final class Directives {
  private static final int CLASSES = 200;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private Directives() {}

  /** The argument is the jar, which is on the class path, too. */
  public static void main(String[] args) throws Exception {
    try (JarFile jar = new JarFile(args[0])) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
          .limit(CLASSES)
          .forEach(Directives::load);
    }
    long end = System.nanoTime() + PATIENCE_NANOS;
    String told = told();
    while (!told.contains("io/racewatch/") && System.nanoTime() < end) {
      Thread.onSpinWait();
      told = told();
    }
    System.out.println(told.contains("io/racewatch/asm") + " " + told.contains("org/objectweb"));
  }

  private static void load(String file) {
    try {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      Class.forName(name, false, Directives.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError unusable) {
      // There are enough others.
    }
  }

  private static String told() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
    return (String) server.invoke(commands, "compilerDirectivesPrint", null, null);
  }
}
