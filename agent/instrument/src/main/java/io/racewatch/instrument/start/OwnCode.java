package io.racewatch.instrument.start;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Guesses which classes are the user's own: those in class folders, and the main jar's. */
final class OwnCode {
  private static final int FOLDERS = 500;

  private final List<String> patterns = new ArrayList<>();
  private int folders;

  private OwnCode() {}

  /**
   * Patterns of class names; empty if nothing can be told.
   *
   * @param classPath as in the property {@code java.class.path}
   */
  static List<String> guess(String classPath) {
    OwnCode own = new OwnCode();
    try {
      String[] path = classPath.split(File.pathSeparator);
      for (String part : path) {
        own.folder(new File(part.isEmpty() ? "." : part));
      }
      if (path.length == 1 && path[0].endsWith(".jar")) {
        own.mainJar(new File(path[0]));
      }
    } catch (Exception unreadable) {
      return own.patterns;
    }
    return own.patterns;
  }

  /**
   * The same for a program that is started from a module: that one's packages, and modules that
   * stand in folders.
   *
   * @param modulePath as in the property {@code jdk.module.path}
   * @param packages those of the main module
   */
  static List<String> ofModules(String modulePath, Set<String> packages) {
    OwnCode own = new OwnCode();
    for (String part : modulePath.split(File.pathSeparator)) {
      File folder = new File(part);
      File[] inside = folder.listFiles();
      own.module(folder);
      for (File each : inside == null ? new File[0] : inside) {
        own.module(each);
      }
    }
    for (String each : packages) {
      String pattern = each + ".*";
      if (!own.patterns.contains(pattern)) {
        own.patterns.add(pattern);
      }
    }
    return own.patterns;
  }

  private void module(File folder) {
    if (new File(folder, "module-info.class").isFile()) {
      folder(folder);
    }
  }

  private void folder(File folder) {
    if (folder.isDirectory()) {
      folder(folder, "");
    }
  }

  /** Classes directly in a folder stand for its package; deeper packages have their own. */
  private void folder(File folder, String prefix) {
    File[] files = folder.listFiles();
    if (files == null || ++folders > FOLDERS) {
      return;
    }
    boolean named = false;
    for (File file : files) {
      String name = file.getName();
      if (file.isDirectory() && name.indexOf('-') < 0) {
        folder(file, prefix + name + ".");
      } else if (name.endsWith(".class") && !name.equals("module-info.class")) {
        if (prefix.isEmpty()) {
          patterns.add(name.substring(0, name.length() - ".class".length()));
        } else if (!named) {
          patterns.add(prefix + "*");
          named = true;
        }
      }
    }
  }

  /**
   * The packages beside the main class; with Spring Boot's loader, beside the program's. A jar
   * whose manifest names class folders only passes a class path on, as build tools do for their
   * test JVMs.
   */
  private void mainJar(File file) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      if (manifest == null) {
        return;
      }
      Attributes main = manifest.getMainAttributes();
      String passedOn = main.getValue(Attributes.Name.CLASS_PATH);
      if (passedOn != null) {
        for (String part : passedOn.trim().split(" +")) {
          URI url = file.toURI().resolve(part);
          if ("file".equals(url.getScheme())) {
            folder(new File(url));
          }
        }
        if (!patterns.isEmpty()) {
          return;
        }
      }
      String start = main.getValue("Start-Class");
      String name = start != null ? start : main.getValue(Attributes.Name.MAIN_CLASS);
      if (name != null) {
        patterns.add(pattern(name));
      }
    }
  }

  /** The first two parts of the package, which is mostly whose it is. */
  private static String pattern(String mainClass) {
    int first = mainClass.indexOf('.');
    int second = first < 0 ? -1 : mainClass.indexOf('.', first + 1);
    if (first < 0) {
      return mainClass;
    }
    return mainClass.substring(0, second < 0 ? first : second) + ".*";
  }
}
