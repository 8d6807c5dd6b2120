package io.racewatch.cli;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.OptionType;
import io.racewatch.model.options.Options;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    attach(machine(), pid, jar, AgentOptions.text(absolute(arguments().given())));
    console().say("loaded into JVM " + pid + ", which reports on its own stderr when it ends");
    console()
        .say(
            "a late start cannot know what was ordered before it: locks held now, threads started"
                + " and objects shared earlier; so no race of this run is certain. Classes already"
                + " loaded are watched at more cost. For the whole picture start with -javaagent:"
                + jar);
    return ExitCode.CLEAN;
  }

  /** By the system loader: the module jdk.attach is not among the platform loader's. */
  static Class<?> machine() {
    try {
      return Class.forName(MACHINE, true, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      String line = "this Java has no module jdk.attach";
      throw new CliException(ExitCode.WRONG_USE, line, "use the java of a JDK, not of a JRE", e);
    }
  }

  /** The other JVM may have another working directory. */
  static Map<String, String> absolute(Map<String, String> options) {
    Map<String, String> absolute = new LinkedHashMap<>(options);
    absolute.replaceAll(
        (key, value) ->
            Option.of(key).type() == OptionType.PATH && !value.equals("none")
                ? Path.of(value).toAbsolutePath().toString()
                : value);
    return absolute;
  }

  static void attach(Class<?> machine, long pid, Path jar, String options) throws Exception {
    try {
      Object target = machine.getMethod("attach", String.class).invoke(null, Long.toString(pid));
      try {
        machine
            .getMethod("loadAgent", String.class, String.class)
            .invoke(target, jar.toString(), options);
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
