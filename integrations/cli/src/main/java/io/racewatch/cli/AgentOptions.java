package io.racewatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Options as another JVM takes them. */
final class AgentOptions {
  /** A value with this inside would be split in an agent argument. */
  private static final Pattern SPLITS = Pattern.compile(",[a-z][a-z-]*=");

  private AgentOptions() {}

  /** The arguments of {@code java} that start the agent with these options. */
  static List<String> arguments(Path jar, Map<String, String> options) {
    List<String> arguments = new ArrayList<>();
    StringBuilder inAgent = new StringBuilder();
    for (Map.Entry<String, String> option : options.entrySet()) {
      String value = option.getValue();
      if (SPLITS.matcher(value).find()) {
        arguments.add("-Dracewatch." + option.getKey() + "=" + value);
      } else {
        inAgent.append(inAgent.length() == 0 ? "=" : ",");
        inAgent.append(option.getKey()).append('=').append(value);
      }
    }
    arguments.add(0, "-javaagent:" + jar + inAgent);
    return arguments;
  }

  /** The one text that an attached agent takes. */
  static String text(Map<String, String> options) {
    List<String> pairs = new ArrayList<>();
    options.forEach(
        (key, value) -> {
          if (SPLITS.matcher(value).find()) {
            throw new CliException(
                ExitCode.WRONG_USE, "'" + value + "' cannot be passed on", "write it otherwise");
          }
          pairs.add(key + "=" + value);
        });
    return String.join(",", pairs);
  }
}
