package io.racewatch.cli;

import io.racewatch.model.options.Options;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Loads the agent into a JVM that already runs. */
@CommandLine.Command(
    name = "attach",
    description = "Load the agent into a running JVM. A start with -javaagent sees more.")
final class AttachCommand extends Command {
  private static final String MACHINE = "com.sun.tools.attach.VirtualMachine";

  @CommandLine.Parameters(paramLabel = "PID", description = "The process id of the JVM.")
  private long pid;

  @Override
  int run(Options options) throws Exception {
    Path jar = OwnJar.path();
    String agentOptions = AgentOptions.text(arguments().given());
    attach(machine(), jar.toString(), agentOptions);
    console().say("watching JVM " + pid + " from now on; it reports when it ends");
    console()
        .say(
            "a late start cannot know what was ordered before it: locks held now, threads started"
                + " and objects shared earlier. Classes already loaded are watched with less"
                + " precision and more cost. For the whole picture start with -javaagent:"
                + jar);
    return ExitCode.CLEAN;
  }

  /** By the system loader: the module jdk.attach is not among the platform loader's. */
  private static Class<?> machine() {
    try {
      return Class.forName(MACHINE, true, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      String line = "this Java has no module jdk.attach";
      throw new CliException(ExitCode.WRONG_USE, line, "use the java of a JDK, not of a JRE", e);
    }
  }

  private void attach(Class<?> machine, String jar, String agentOptions) throws Exception {
    try {
      Object target = machine.getMethod("attach", String.class).invoke(null, Long.toString(pid));
      try {
        machine
            .getMethod("loadAgent", String.class, String.class)
            .invoke(target, jar, agentOptions);
      } finally {
        machine.getMethod("detach").invoke(target);
      }
    } catch (InvocationTargetException e) {
      String line = "cannot attach to " + pid + ": " + reason(e.getCause());
      String hint =
          "it must be a HotSpot JVM of the same user, with -XX:+EnableDynamicAgentLoading";
      throw new CliException(ExitCode.WRONG_USE, line, hint, e.getCause());
    }
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\R", " ");
  }
}
