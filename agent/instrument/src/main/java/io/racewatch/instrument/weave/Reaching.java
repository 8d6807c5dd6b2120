package io.racewatch.instrument.weave;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * Whether what a method does can be seen other than through static fields of its own class. An
 * initializer that fills tables and makes constants, locks and loggers of the JDK reaches no
 * further: whoever sees any of it has read one of the fields, and is ordered by that.
 */
final class Reaching {
  private static final String FACTORIES = "java/lang/invoke/";

  /** Packages of the JDK whose objects do nothing to anything but what they are given. */
  private static final String[] QUIET = {
    "java/util/", "java/math/", "java/text/", "java/time/", "java/nio/charset/"
  };

  private static final Set<String> QUIET_CLASSES =
      Set.of(
          "java/lang/Object",
          "java/lang/Class",
          "java/lang/Enum",
          "java/lang/Math",
          "java/lang/String",
          "java/lang/StringBuilder",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Byte",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/ThreadLocal");

  /** Parts of those packages that start threads, or keep what they are given for everybody. */
  private static final String[] LOUD = {
    "java/util/concurrent/",
    "java/util/logging/",
    "java/util/Timer",
    "java/util/spi/",
    "java/util/prefs/",
    "java/util/ServiceLoader",
    "java/util/ResourceBundle"
  };

  private final String owner;
  private final Set<String> own = new HashSet<>();
  private boolean out;

  Reaching(String owner) {
    this.owner = owner;
  }

  void monitor() {
    out = true;
  }

  void field(String of) {
    out |= !of.equals(owner);
  }

  void call(int opcode, String of, String name, String descriptor) {
    if (of.equals(owner)) {
      // A method that a subclass may have overridden is not known.
      out |= opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
      own.add(Levels.key(name, descriptor));
    } else {
      out |= !isQuiet(of, name);
    }
  }

  void dynamic(Handle factory, Object... arguments) {
    out |= !factory.getOwner().startsWith(FACTORIES);
    for (Object argument : arguments) {
      if (argument instanceof Handle h) {
        boolean isVirtual =
            h.getTag() == Opcodes.H_INVOKEVIRTUAL || h.getTag() == Opcodes.H_INVOKEINTERFACE;
        call(
            isVirtual ? Opcodes.INVOKEVIRTUAL : Opcodes.INVOKESTATIC,
            h.getOwner(),
            h.getName(),
            h.getDesc());
      }
    }
  }

  private static boolean isQuiet(String of, String name) {
    if (QUIET_CLASSES.contains(of)) {
      return !name.equals("forName") && !name.equals("newInstance");
    }
    if (of.startsWith("[")) {
      return true; // clone
    }
    for (String loud : LOUD) {
      if (of.startsWith(loud)) {
        return of.startsWith("java/util/concurrent/atomic/")
            || of.startsWith("java/util/concurrent/locks/") && name.equals("<init>")
            || of.startsWith("java/util/concurrent/Concurrent");
      }
    }
    for (String quiet : QUIET) {
      if (of.startsWith(quiet)) {
        return !name.startsWith("setDefault");
      }
    }
    return false;
  }

  /** Marks the constructors of a class and what they call in it. */
  static void markUnderConstructors(Map<String, MethodPlan> methods) {
    for (MethodPlan method : methods.values()) {
      if (method.isConstructor()) {
        mark(method, methods);
      }
    }
  }

  private static void mark(MethodPlan method, Map<String, MethodPlan> methods) {
    if (method != null && !method.underConstructor) {
      method.underConstructor = true;
      for (String next : method.reaching.own) {
        mark(methods.get(next), methods);
      }
    }
  }

  /** Whether the method of that key does, or one that it calls. */
  static boolean reachesOut(String key, Map<String, MethodPlan> methods) {
    return reachesOut(key, methods, new HashSet<>());
  }

  private static boolean reachesOut(
      String key, Map<String, MethodPlan> methods, Set<String> looked) {
    if (!looked.add(key)) {
      return false;
    }
    MethodPlan method = methods.get(key);
    if (method == null || method.reaching.out) {
      return true;
    }
    for (String next : method.reaching.own) {
      if (reachesOut(next, methods, looked)) {
        return true;
      }
    }
    return false;
  }
}
