package io.racewatch.code.input;

import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Which part of an archive is whose: of one with class folders inside, those; of one with a main
 * class and other people's packages shaded in, the packages beside the main class; else all of it.
 */
final class Layout {
  private static final String[] CLASS_FOLDERS = {"BOOT-INF/classes/", "WEB-INF/classes/"};
  private static final String SHADED = "META-INF/maven/";

  private final boolean folders;
  private final String packages;

  private Layout(boolean folders, String packages) {
    this.folders = folders;
    this.packages = packages;
  }

  static Layout of(JarFile jar) throws IOException {
    boolean folders = false;
    int poms = 0;
    var entries = jar.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      folders |= inClassFolder(name);
      poms += name.startsWith(SHADED) && name.endsWith("/pom.properties") ? 1 : 0;
    }
    return new Layout(folders, poms > 1 ? mainPackages(jar) : "");
  }

  /** The first two parts of the main class's package, with slashes; empty for all. */
  private static String mainPackages(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    String main =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    if (main == null || main.indexOf('.') < 0) {
      return "";
    }
    int second = main.indexOf('.', main.indexOf('.') + 1);
    return main.substring(0, second < 0 ? main.indexOf('.') : second).replace('.', '/') + '/';
  }

  /** Whether an entry is a class file; obfuscators make them look like folders. */
  static boolean isClass(String name, long size) {
    return name.endsWith(".class") || name.endsWith(".class/") && size > 0;
  }

  /** Whether a JVM would load the class of that entry. */
  boolean counts(String name) {
    return !name.startsWith("META-INF/");
  }

  /** Whether the entry is the user's own. Archives inside of others are libraries, but modules. */
  boolean isOwn(String name) {
    if (Archive.isArchive(name)) {
      return name.endsWith(".war") || name.indexOf('/') < 0 && !folders && packages.isEmpty();
    }
    return folders ? inClassFolder(name) : name.startsWith(packages);
  }

  private static boolean inClassFolder(String name) {
    for (String folder : CLASS_FOLDERS) {
      if (name.startsWith(folder) && name.length() > folder.length()) {
        return true;
      }
    }
    return false;
  }
}
