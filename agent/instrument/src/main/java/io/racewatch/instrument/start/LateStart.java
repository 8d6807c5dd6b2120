package io.racewatch.instrument.start;

import io.racewatch.runtime.RunFacts;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** What is different when the agent comes into a program that already runs. */
final class LateStart {
  private static final int BATCH = 64;

  private LateStart() {}

  /** Whether the agent was attached; the JVM calls another method of the launcher then. */
  static boolean isOne() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getMethodName().equals("agentmain")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Weaves the program's classes that are loaded already: hooks without new members. What was
   * ordered before is not known, so no race of this run is certain.
   */
  static void catchUp(Instrumentation instrumentation) {
    RunFacts.late();
    ClassLoader own = LateStart.class.getClassLoader();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    List<Class<?>> batch = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      boolean programs = loader != null && loader != platform && loader != own;
      if (programs && instrumentation.isModifiableClass(type) && !type.isArray()) {
        batch.add(type);
        if (batch.size() == BATCH) {
          weave(instrumentation, batch);
          batch.clear();
        }
      }
    }
    weave(instrumentation, batch);
  }

  private static void weave(Instrumentation instrumentation, List<Class<?>> batch) {
    try {
      instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
    } catch (Throwable together) {
      for (Class<?> type : batch) {
        alone(instrumentation, type);
      }
    }
  }

  private static void alone(Instrumentation instrumentation, Class<?> type) {
    try {
      instrumentation.retransformClasses(type);
    } catch (Throwable refused) {
      RunFacts.classFailed(type.getName(), "loaded before the agent: " + refused);
    }
  }
}
