package io.racewatch.launcher;

import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/**
 * The doors of the jar: {@code -javaagent:}, attach, and {@code java -jar}.
 *
 * <p>Rules for this class: Java 8 language and library, no static state, no logging, no exception
 * out of {@link #premain} (it would abort the JVM), nothing on stdout. Whatever fails here is one
 * line on stderr, and the program goes on unwatched.
 */
public final class Launcher {
  private static final int OLDEST_JDK = 17;
  private static final int WRONG_USE = 2;
  private static final int INTERNAL_ERROR = 70;

  private Launcher() {}

  /**
   * Starts with the program.
   *
   * @param options what follows {@code =} after the jar, or null
   * @param instrumentation of this JVM
   */
  public static void premain(String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /**
   * Starts in a program that already runs.
   *
   * @param options given by the attaching side, or null
   * @param instrumentation of this JVM
   */
  public static void agentmain(String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /**
   * The command line. Ends the JVM by itself where a command has an exit code.
   *
   * @param arguments a command and its options
   */
  public static void main(String[] arguments) {
    if (Jvm.version() < OLDEST_JDK) {
      say("racewatch needs a JDK 17 or newer; this is " + System.getProperty("java.version"));
      System.exit(WRONG_USE);
    }
    try {
      entrance().getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (Throwable failure) {
      say("the command failed: " + reason(failure));
      System.exit(INTERNAL_ERROR);
    }
  }

  private static void start(String options, Instrumentation instrumentation) {
    try {
      if (Jvm.isJdkTool(System.getProperty("sun.java.command"))) {
        return;
      }
      if (Jvm.version() < OLDEST_JDK) {
        unwatched("it needs a JDK 17 or newer; this is " + System.getProperty("java.version"));
      } else if (Jvm.isWatched()) {
        say("already at work in this JVM; the second start does nothing");
      } else {
        if (!Jvm.isHotSpot()) {
          say(
              System.getProperty("java.vm.name")
                  + " is not HotSpot; racewatch was not tried on it");
        }
        entrance()
            .getMethod("start", String.class, Instrumentation.class)
            .invoke(null, options, instrumentation);
      }
    } catch (Throwable failure) {
      unwatched(reason(failure));
    }
  }

  /** By name, since its class file is too new for a JVM that gets the line about its age. */
  private static Class<?> entrance() throws ClassNotFoundException {
    return Class.forName("io.racewatch.launcher.Entrance");
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof InvocationTargetException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().replace('\n', ' ');
  }

  private static void unwatched(String reason) {
    say("not watching: " + reason + "; the program goes on unwatched");
  }

  private static void say(String line) {
    PrintStream err = System.err;
    if (err != null) {
      err.println("[racewatch] " + line);
    }
  }
}
