package com.example.programs;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** An agent that the manifest of the program's own jar names, and that transforms all again. */
public final class LauncherAgent {
  private LauncherAgent() {}

  /** Called by the JVM's launcher before the main class is loaded. */
  public static void agentmain(String argument, Instrumentation instrumentation) throws Exception {
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> type,
              ProtectionDomain domain,
              byte[] file) {
            return null;
          }
        },
        true);
    Class<?> main = Class.forName("com.example.programs.Busy");
    instrumentation.retransformClasses(main);
  }
}
