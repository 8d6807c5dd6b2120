package io.racewatch.launcher;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Map;

/** From the program's class path into the isolated loader; reached on a JDK that is new enough. */
public final class Entrance {
  private Entrance() {}

  /**
   * Puts the runtime in place and starts the agent.
   *
   * @param options of the agent, or null
   * @param instrumentation of this JVM
   * @throws IOException if the jar is not intact
   * @throws ReflectiveOperationException if a part is missing, or threw
   */
  public static void start(String options, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Jar jar = Jar.open();
    IsolatedLoader loader = new IsolatedLoader(jar, Jar.ISOLATED);
    thread.setContextClassLoader(loader);
    try {
      loader
          .loadClass("io.racewatch.bootstrap.BootRuntime")
          .getMethod("define", Instrumentation.class, Map.class)
          .invoke(null, instrumentation, jar.bootClasses());
      loader
          .loadClass("io.racewatch.bootstrap.BootRuntime")
          .getMethod("hide", Class.class)
          .invoke(null, Entrance.class);
      loader
          .loadClass("io.racewatch.instrument.start.AgentMain")
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, options, instrumentation);
    } catch (Throwable failure) {
      loader
          .loadClass("io.racewatch.instrument.start.Unwatched")
          .getMethod("endWith70", String.class)
          .invoke(null, options);
      throw failure;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Runs a command. Without instrumentation nothing is on the bootstrap loader, so the isolated one
   * defines those classes too.
   *
   * @param arguments a command and its options
   * @throws IOException if the jar is not intact
   * @throws ReflectiveOperationException if a part is missing, or threw
   */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    IsolatedLoader loader = new IsolatedLoader(Jar.open(), Jar.ISOLATED, Jar.BOOT);
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("io.racewatch.cli.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
