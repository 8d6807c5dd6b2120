package com.example.programs;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;

/** Loads classes from the jars of its class path, as many as its argument says. */
public final class LoadClasses {
  private static final String SUFFIX = ".class";

  private LoadClasses() {}

  /** Prints how many were loaded. */
  public static void main(String[] args) throws IOException {
    int wanted = Integer.parseInt(args[0]);
    int loaded = 0;
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (path.endsWith(".jar")) {
        for (String name : names(path)) {
          loaded += loaded < wanted && loads(name) ? 1 : 0;
        }
      }
    }
    System.out.println("loaded " + loaded);
  }

  private static List<String> names(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(SUFFIX) && !name.contains("META-INF"))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
          .toList();
    }
  }

  private static boolean loads(String name) {
    try {
      Class.forName(name, false, LoadClasses.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
