package io.racewatch.bootstrap;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.internal.misc.Unsafe;

/**
 * Puts the runtime on the bootstrap loader by defining its classes there one by one. Appending the
 * jar to the boot search path would do too, but it switches class-data sharing off for the
 * program's classes and prints a warning about it.
 *
 * <p>It stands in the isolated loader so that the JDK's packages are exported to that loader's
 * unnamed module and not to the program's. Without reflection: asking for a method of the JDK by
 * name makes the JDK parse annotations and spin proxies, which costs more than all of this.
 */
public final class BootRuntime {
  private static final String[] PACKAGES = {"jdk.internal.misc", "jdk.internal.access"};

  private BootRuntime() {}

  /**
   * Defines the classes and exports to them what they use of the JDK.
   *
   * @param instrumentation of this JVM
   * @param classes class files by binary name, supertypes first; at least one
   */
  public static void define(Instrumentation instrumentation, Map<String, byte[]> classes) {
    export(instrumentation, BootRuntime.class.getModule());
    List<Class<?>> defined = Definer.define(classes);
    // Defining links nothing, so the export to the boot loader's unnamed module is in time here.
    export(instrumentation, defined.get(0).getModule());
    Definer.initialize(defined);
  }

  /**
   * Takes the launcher's package from what {@code Package.getPackages()} shows the program. Nothing
   * depends on it; a JVM that keeps its packages elsewhere goes on showing it.
   *
   * @param launcher a class of the package
   */
  public static void hide(Class<?> launcher) {
    try {
      Hider.hide(launcher);
    } catch (Throwable renamed) {
      // One package more is seen.
    }
  }

  private static void export(Instrumentation instrumentation, Module to) {
    Set<Module> only = Set.of(to);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(PACKAGES[0], only, PACKAGES[1], only),
        Map.of(),
        Set.of(),
        Map.of());
  }

  /** Apart, so that it is linked after the export. */
  private static final class Hider {
    static void hide(Class<?> launcher) {
      Unsafe unsafe = Unsafe.getUnsafe();
      long packages = unsafe.objectFieldOffset(ClassLoader.class, "packages");
      Object known = unsafe.getReference(launcher.getClassLoader(), packages);
      ((Map<?, ?>) known).remove(launcher.getPackageName());
    }
  }

  /** Apart, so that it is linked after the export. */
  private static final class Definer {
    static List<Class<?>> define(Map<String, byte[]> classes) {
      Unsafe unsafe = Unsafe.getUnsafe();
      List<Class<?>> defined = new ArrayList<>(classes.size());
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        byte[] file = each.getValue();
        defined.add(unsafe.defineClass(each.getKey(), file, 0, file.length, null, null));
      }
      return defined;
    }

    /** A class first used when the stack is nearly full would fail to initialise for ever. */
    static void initialize(List<Class<?>> defined) {
      Unsafe unsafe = Unsafe.getUnsafe();
      for (Class<?> each : defined) {
        unsafe.ensureClassInitialized(each);
      }
    }
  }
}
