package io.racewatch.instrument;

import io.racewatch.bytecode.PerLoader;
import java.lang.ref.WeakReference;

/** Which classes are woven. Safe from several threads at once. */
final class ClassFilter {
  private static final String HOOKS = "io.racewatch.runtime.Hooks";
  private static final String IGNORED = "RwIgnored";

  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final ClassLoader own = ClassFilter.class.getClassLoader();
  private final ClassLoader system = ClassLoader.getSystemClassLoader();
  private final Views views = new Views();

  /** Whether a class is the JDK's or ours, of which nothing is said. */
  boolean isForeign(ClassLoader loader, String internalName) {
    return internalName == null
        || loader == null
        || loader == platform
        || loader == own && loader != system
        || internalName.startsWith("jdk/internal/reflect/")
        || internalName.startsWith("io/racewatch/launcher/");
  }

  /** Whether a class asks to be left alone: tests use it to meet without an order. */
  boolean isIgnored(String internalName) {
    return internalName.endsWith(IGNORED) || internalName.contains("RwIgnored$");
  }

  /** Whether woven code of this loader finds the hooks. */
  boolean seesRuntime(ClassLoader loader) {
    return isStandard(loader) || views.of(loader).seesRuntime(loader);
  }

  /** Loaders of the JDK that ask their parents first, up to the boot loader. */
  private boolean isStandard(ClassLoader loader) {
    ClassLoader at = loader;
    while (at != null && at != system && at != platform) {
      if (at.getClass() != java.net.URLClassLoader.class) {
        return false;
      }
      at = at.getParent();
    }
    return true;
  }

  private static final class Views extends PerLoader<View> {
    @Override
    protected View make(WeakReference<ClassLoader> loader) {
      return new View();
    }
  }

  /** What one loader sees. Asked without a lock of ours: loaders take locks of their own. */
  private static final class View {
    private volatile Boolean answer;

    boolean seesRuntime(ClassLoader loader) {
      Boolean known = answer;
      if (known == null) {
        known = ask(loader);
        answer = known;
      }
      return known;
    }

    private static Boolean ask(ClassLoader loader) {
      try {
        Class<?> seen = Class.forName(HOOKS, false, loader);
        return seen == io.racewatch.runtime.Hooks.class;
      } catch (ClassNotFoundException | RuntimeException | LinkageError hidden) {
        return false;
      }
    }
  }
}
