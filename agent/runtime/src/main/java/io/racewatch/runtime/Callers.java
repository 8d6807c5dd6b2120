package io.racewatch.runtime;

import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the class whose woven code called a hook; once per site. */
final class Callers {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Callers() {}

  /** The nearest caller of that name, or null. */
  static Class<?> woven(String className) {
    Nearest nearest = new Nearest(className);
    return WALKER.walk(nearest);
  }

  /** Whether the class file of a class has that name: the name of a hidden class goes on. */
  static boolean isNamed(Class<?> c, String name) {
    String full = c.getName();
    return full.equals(name)
        || full.length() > name.length()
            && full.charAt(name.length()) == '/'
            && full.startsWith(name);
  }

  /** The name that the class file has. */
  static String name(Class<?> c) {
    String full = c.getName();
    int slash = full.indexOf('/');
    return slash < 0 ? full : full.substring(0, slash);
  }

  private static final class Nearest implements Function<Stream<StackWalker.StackFrame>, Class<?>> {
    private final String name;

    Nearest(String name) {
      this.name = name;
    }

    @Override
    public Class<?> apply(Stream<StackWalker.StackFrame> frames) {
      java.util.Iterator<StackWalker.StackFrame> all = frames.limit(24).iterator();
      while (all.hasNext()) {
        Class<?> c = all.next().getDeclaringClass();
        if (isNamed(c, name)) {
          return c;
        }
      }
      return null;
    }
  }
}
