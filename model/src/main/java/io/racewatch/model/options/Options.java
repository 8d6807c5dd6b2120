package io.racewatch.model.options;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * The options of one run, checked. Precedence: argument, system property, environment variable,
 * file, default. Immutable.
 */
public final class Options {
  /** The variable that tells a child JVM which session it belongs to. */
  public static final String SESSION_VARIABLE = "RACEWATCH_SESSION";

  /** Name of the file that is read from the working directory. */
  public static final String DEFAULT_FILE = "racewatch.properties";

  private final Map<Option, String> values;
  private final List<String> warnings;

  private Options(Map<Option, String> values, List<String> warnings) {
    this.values = values;
    this.warnings = warnings;
  }

  /**
   * Parses the options of an agent.
   *
   * @param agentArguments {@code key=value,key=value}, or null
   * @param properties usually those of the system
   * @param environment usually that of the process
   * @param file read if it exists and {@code config} is not set; may be null
   * @throws OptionException with one line if something is wrong
   */
  public static Options parse(
      String agentArguments, Properties properties, Map<String, String> environment, Path file) {
    return parse(AgentArguments.split(agentArguments), properties, environment, file);
  }

  /** The same with arguments that are already split, as on a command line. */
  public static Options parse(
      Map<String, String> arguments,
      Properties properties,
      Map<String, String> environment,
      Path file) {
    Map<Option, String> values = new EnumMap<>(Option.class);
    List<String> warnings = new ArrayList<>();
    OptionSources sources = new OptionSources(values, warnings);
    sources.arguments(arguments);
    sources.properties(properties);
    sources.environment(environment);
    sources.file(file);
    return new Options(values, Collections.unmodifiableList(warnings));
  }

  /** Options from key and value alone, such as a run file holds; unknown keys are passed over. */
  public static Options of(Map<String, String> pairs) {
    Map<Option, String> values = new EnumMap<>(Option.class);
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      Option option = Option.of(pair.getKey());
      if (option != null) {
        values.put(option, pair.getValue());
      }
    }
    return new Options(values, List.of());
  }

  /** Lines about names that look like options and are not. */
  public List<String> warnings() {
    return warnings;
  }

  /** Whether a source other than the default gave the option. */
  public boolean isSet(Option option) {
    String value = values.get(option);
    return value != null && !value.isEmpty();
  }

  /** The value as text; the default if it is not set; empty if that is none. */
  public String text(Option option) {
    String value = values.get(option);
    return value == null ? option.defaultValue() : value;
  }

  /** Whether a switch is on. */
  public boolean isOn(Option option) {
    return text(option).equals("on");
  }

  /** The parts of a list. */
  public List<String> list(Option option) {
    return Units.list(text(option));
  }

  /** A size in bytes or a duration in milliseconds; empty if it is none. */
  public OptionalLong amount(Option option) {
    String text = text(option);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        option.type() == OptionType.DURATION ? Units.millis(text) : Units.bytes(text));
  }

  /** A share above 0 up to 1. */
  public double share(Option option) {
    return Units.share(text(option));
  }

  /** The exit code to use when the gate trips; empty if the program's own is kept. */
  public OptionalInt exitCode() {
    String text = text(Option.EXITCODE);
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  /**
   * A path, or null if it is none.
   *
   * @throws OptionException if this platform has no such path
   */
  public Path path(Option option) {
    String text = text(option);
    try {
      return text.isEmpty() ? null : Path.of(text);
    } catch (InvalidPathException e) {
      throw new OptionException("'" + text + "' for '" + option.key() + "' is not a path");
    }
  }

  /** The entries of a class path; empty if it is none. */
  public List<Path> paths(Option option) {
    List<Path> paths = new ArrayList<>();
    for (String part : text(option).split(File.pathSeparator)) {
      if (!part.isBlank()) {
        paths.add(Path.of(part));
      }
    }
    return paths;
  }

  /** Which classes have their accesses checked; the JDK's own are a matter of their loader. */
  public Patterns watched() {
    return new Patterns(list(Option.INCLUDE), list(Option.EXCLUDE));
  }

  /** What was set, by key, in the order of the table: for child JVMs and the run file. */
  public Map<String, String> toMap() {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<Option, String> entry : values.entrySet()) {
      pairs.put(entry.getKey().key(), entry.getValue());
    }
    return pairs;
  }

  /** The key that a user most likely meant. */
  public static String nearest(String word) {
    List<String> keys = new ArrayList<>();
    for (Option option : Option.values()) {
      keys.add(option.key());
    }
    return Nearest.to(word, keys);
  }
}
