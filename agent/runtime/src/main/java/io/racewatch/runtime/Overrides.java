package io.racewatch.runtime;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

/**
 * Which methods of a JDK class a subclass of the program overrides. A call of such a method from
 * outside is a call of the program's code, which may lock; its own {@code super} call is what
 * counts.
 */
final class Overrides {
  private static final Found FOUND = new Found();

  private Overrides() {}

  private record Names(Set<String> methods, Set<String> classes) {}

  private static final class Found extends ClassValue<Names> {
    @Override
    protected Names computeValue(Class<?> type) {
      Names names = new Names(new HashSet<>(), new HashSet<>());
      for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
        names.classes.add(c.getName());
        add(c, names.methods);
      }
      return names;
    }
  }

  /** A class whose methods name classes that are not there overrides nothing that was called. */
  private static void add(Class<?> c, Set<String> names) {
    try {
      for (Method method : c.getDeclaredMethods()) {
        names.add(method.getName());
      }
    } catch (LinkageError | RuntimeException unreadable) {
      return;
    }
  }

  /** Whether the call at the site runs code of the program before it reaches the JDK's. */
  static boolean decide(Object receiver, int site) {
    if (receiver.getClass().getClassLoader() == null) {
      return false;
    }
    Sites.Site call = Sites.site(site);
    if (call == null || call.kind != Sites.CALL) {
      return false;
    }
    Names names = FOUND.get(receiver.getClass());
    return names.methods.contains(call.name)
        && !names.classes.contains(Sites.methodOf(call).className());
  }
}
