package io.racewatch.instrument.start;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Asks the JIT to leave the weaver and its libraries to its quick compiler. Weaving is most of what
 * is hot while a program starts, and C2 would spend as much on it as it saves much later. Given as
 * a compiler directive (JEP 165), once, when so many classes were woven that it pays; a JVM that
 * does not take it goes on as before. The packages are ours alone: the jar has its libraries under
 * names of their own.
 */
final class JitAdvice {
  /** Woven classes from which on it pays. */
  static final int CLASSES = 60;

  private static final String COMMANDS = "com.sun.management.internal.";
  private static final String DIRECTIVE =
      "[{ match: [\"io/racewatch/asm/*.*\", \"io/racewatch/asm/*/*.*\","
          + " \"io/racewatch/bytecode/*.*\", \"io/racewatch/instrument/*.*\","
          + " \"io/racewatch/model/*.*\"], c2: { Exclude: true } }]";

  private JitAdvice() {}

  /** Gives it; whether the JVM took it. */
  static boolean give(Instrumentation instrumentation) {
    try {
      Class<?> commands = commands(instrumentation);
      Method execute = commands.getDeclaredMethod("executeDiagnosticCommand", String.class);
      execute.setAccessible(true);
      Method bean = commands.getDeclaredMethod("getDiagnosticCommandMBean");
      bean.setAccessible(true);
      Object jvm = bean.invoke(null);
      Path file = Files.createTempFile("racewatch", ".json");
      try {
        Files.writeString(file, DIRECTIVE);
        Object answer = execute.invoke(jvm, "Compiler.directives_add \"" + file + "\"");
        return String.valueOf(answer).contains("directives added");
      } finally {
        Files.delete(file);
      }
    } catch (Throwable notHere) {
      return false;
    }
  }

  /** The JVM's commands, behind their bean: no bean server is made, which the program could see. */
  private static Class<?> commands(Instrumentation instrumentation) throws Exception {
    Class.forName(COMMANDS + "PlatformMBeanProviderImpl"); // loads the native library
    Class<?> commands = Class.forName(COMMANDS + "DiagnosticCommandImpl");
    Set<Module> us = Set.of(JitAdvice.class.getModule());
    instrumentation.redefineModule(
        commands.getModule(),
        Set.of(),
        Map.of(),
        Map.of(commands.getPackageName(), us),
        Set.of(),
        Map.of());
    return commands;
  }
}
