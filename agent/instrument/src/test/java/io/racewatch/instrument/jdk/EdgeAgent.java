package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Catalog;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/** A throw-away agent: puts the stub of the hooks into the boot loader and installs the rows. */
public final class EdgeAgent {
  private EdgeAgent() {}

  /**
   * Called by the JVM.
   *
   * @param bootJar jar with the stub
   */
  public static void premain(String bootJar, Instrumentation instrumentation) throws Exception {
    try (JarFile jar = new JarFile(bootJar)) {
      instrumentation.appendToBootstrapClassLoaderSearch(jar);
    }
    JdkHookReport report = JdkHookInstaller.install(instrumentation, Catalog.load());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> print(report)));
  }

  private static void print(JdkHookReport report) {
    System.out.println(
        "woven " + report.classes() + ", lost " + report.lost() + ", failed " + report.failures());
  }
}
