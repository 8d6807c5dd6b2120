package io.racewatch.report.common;

import java.util.HashSet;
import java.util.Set;

/** Tells the JDK's classes from others, by the packages of the modules of this JVM. */
public final class Jdk {
  private static final Set<String> PACKAGES = packages();

  private Jdk() {}

  /**
   * Whether a class belongs to the JDK or to racewatch's own runtime. A prefix would not do: {@code
   * javax.servlet} and {@code com.sun.mail} are libraries.
   */
  public static boolean owns(String className) {
    int dot = className.lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("io.racewatch.runtime.")
        || PACKAGES.contains(className.substring(0, dot));
  }

  private static Set<String> packages() {
    Set<String> result = new HashSet<>();
    for (Module module : ModuleLayer.boot().modules()) {
      String name = module.getName();
      if (name.startsWith("java.") || name.startsWith("jdk.")) {
        result.addAll(module.getPackages());
      }
    }
    return result;
  }
}
