package io.racewatch.model.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Gathers option values from where users write them. The first source that has a key wins. */
final class OptionSources {
  private static final String PROPERTY = "racewatch.";
  private static final String VARIABLE = "RACEWATCH_";

  private final Map<Option, String> values;
  private final List<String> warnings;

  OptionSources(Map<Option, String> values, List<String> warnings) {
    this.values = values;
    this.warnings = warnings;
  }

  void arguments(Map<String, String> pairs) {
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      add(known(pair.getKey(), "option"), pair.getValue(), "the option '" + pair.getKey() + "'");
    }
  }

  void properties(Properties properties) {
    for (String name : properties.stringPropertyNames()) {
      if (!name.startsWith(PROPERTY)) {
        continue;
      }
      Option option = Option.of(name.substring(PROPERTY.length()));
      if (option == null) {
        warnUnknown("system property", name, PROPERTY, name.substring(PROPERTY.length()));
      } else {
        add(option, properties.getProperty(name), "the system property '" + name + "'");
      }
    }
  }

  void environment(Map<String, String> environment) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (!name.startsWith(VARIABLE) || isInternal(name) || variable.getValue().isBlank()) {
        continue;
      }
      String key = name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-');
      Option option = Option.of(key);
      if (option == null) {
        warnUnknown("environment variable", name, VARIABLE, key);
      } else {
        add(option, variable.getValue(), "the environment variable '" + name + "'");
      }
    }
  }

  /** Reads {@code config=} if it is set, else the default file if it exists. */
  void file(Path byDefault) {
    String config = values.get(Option.CONFIG);
    Path file = config == null ? byDefault : Path.of(config);
    if (file == null || config == null && !Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new OptionException("cannot read the options in " + file + ": " + reason(e));
    }
    Map<Option, String> fromFile = new EnumMap<>(Option.class);
    OptionSources source = new OptionSources(fromFile, warnings);
    for (String name : properties.stringPropertyNames()) {
      String key = name.startsWith(PROPERTY) ? name.substring(PROPERTY.length()) : name;
      String where = "the option '" + key + "' in " + file;
      source.add(known(key, "option in " + file), properties.getProperty(name), where);
    }
    for (Map.Entry<Option, String> entry : fromFile.entrySet()) {
      values.putIfAbsent(entry.getKey(), entry.getValue());
    }
  }

  private void add(Option option, String value, String where) {
    String clean = value.strip();
    boolean none = clean.equals("none") && option.defaultValue().isEmpty();
    if (!none) {
      OptionCheck.check(option, clean, where);
    }
    values.putIfAbsent(option, none ? "" : clean);
  }

  private static Option known(String key, String what) {
    Option option = Option.of(key);
    if (option == null) {
      String line = "there is no " + what + " '" + key + "'";
      throw new OptionException(line + "; the nearest is '" + Options.nearest(key) + "'");
    }
    return option;
  }

  private void warnUnknown(String what, String name, String prefix, String key) {
    Option nearest = Option.of(Options.nearest(key));
    String likely = prefix.equals(VARIABLE) ? nearest.variable() : nearest.property();
    warnings.add("unknown " + what + " " + name + " is ignored; the nearest is " + likely);
  }

  /** Variables by which a watched JVM talks to the JVMs it starts. */
  private static boolean isInternal(String variable) {
    return variable.equals(Options.SESSION_VARIABLE);
  }

  private static String reason(Exception e) {
    return e instanceof java.nio.file.NoSuchFileException ? "no such file" : e.getMessage();
  }
}
