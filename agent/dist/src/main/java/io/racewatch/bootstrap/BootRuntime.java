package io.racewatch.bootstrap;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the runtime on the bootstrap loader by defining its classes there one by one. Appending the
 * jar to the boot search path would do too, but it switches class-data sharing off for the
 * program's classes and prints a warning about it.
 *
 * <p>All by reflection, since the launcher's module is compiled for Java 8. It stands in the
 * isolated loader so that the JDK's packages are exported to that loader's unnamed module and not
 * to the program's.
 */
public final class BootRuntime {
  private static final String[] PACKAGES = {"jdk.internal.misc", "jdk.internal.access"};

  private BootRuntime() {}

  /**
   * Defines the classes and exports to them what they use of the JDK.
   *
   * @param instrumentation of this JVM
   * @param classes class files by binary name, supertypes first
   * @throws ReflectiveOperationException if this JVM has no such insides
   */
  public static void define(Instrumentation instrumentation, Map<String, byte[]> classes)
      throws ReflectiveOperationException {
    export(instrumentation, BootRuntime.class);
    Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
    Object unsafe = type.getMethod("getUnsafe").invoke(null);
    Method defineClass =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            Class.forName("java.security.ProtectionDomain"));
    Object last = null;
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      byte[] file = each.getValue();
      last = defineClass.invoke(unsafe, each.getKey(), file, 0, file.length, null, null);
    }
    // Defining links nothing, so the export to the boot loader's unnamed module is in time here.
    export(instrumentation, (Class<?>) last);
  }

  private static void export(Instrumentation instrumentation, Class<?> to)
      throws ReflectiveOperationException {
    Method getModule = Class.class.getMethod("getModule");
    Map<String, Set<?>> exports = new HashMap<>();
    for (String each : PACKAGES) {
      exports.put(each, Collections.singleton(getModule.invoke(to)));
    }
    Class<?> module = Class.forName("java.lang.Module");
    Instrumentation.class
        .getMethod("redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class)
        .invoke(
            instrumentation,
            getModule.invoke(Object.class),
            Collections.emptySet(),
            exports,
            Collections.emptyMap(),
            Collections.emptySet(),
            Collections.<Class<?>, List<Class<?>>>emptyMap());
  }
}
