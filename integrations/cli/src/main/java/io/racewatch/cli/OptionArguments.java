package io.racewatch.cli;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.OptionDocs;
import io.racewatch.model.options.OptionType;
import io.racewatch.model.options.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The option table as options of a command. */
final class OptionArguments {
  private final Map<String, String> given = new LinkedHashMap<>();

  /** Adds every row of the table to a command. */
  void addTo(CommandSpec command) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .heading("%nOptions, also in the environment and in racewatch.properties:%n")
            .exclusive(false)
            .validate(false);
    for (Option option : Option.values()) {
      group.addArg(row(option));
    }
    command.addArgGroup(group.build());
  }

  private OptionSpec row(Option option) {
    OptionSpec.Builder row =
        option == Option.FORMATS
            ? OptionSpec.builder("--formats", "--format")
            : OptionSpec.builder("--" + option.key());
    return row.paramLabel(option.type().placeholder())
        .type(String.class)
        .arity("1")
        .description(OptionDocs.line(option).replace("%", "%%"))
        .setter(new Store(option.key()))
        .build();
  }

  /** What was given on the command line. */
  Map<String, String> given() {
    return given;
  }

  /** The options from all sources; what they warn about goes to stderr. */
  Options parse(Console console) {
    Options options =
        Options.parse(
            given,
            console.properties(),
            console.environment(),
            console.folder().resolve(Options.DEFAULT_FILE));
    options.warnings().forEach(console::say);
    return options;
  }

  /**
   * Lets a switch stand without its value: {@code --verbose} becomes {@code --verbose=on}, but not
   * where {@code on} or {@code off} follows.
   */
  static List<String> completeSwitches(List<String> arguments) {
    List<String> complete = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      boolean alone = isSwitch(argument) && !next.equals("on") && !next.equals("off");
      complete.add(alone ? argument + "=on" : argument);
    }
    return complete;
  }

  private static boolean isSwitch(String argument) {
    Option option = argument.startsWith("--") ? Option.of(argument.substring(2)) : null;
    return option != null && option.type() == OptionType.SWITCH;
  }

  /** Keeps a value; picocli clears it with null before each parse. */
  private final class Store implements ISetter {
    private final String key;

    Store(String key) {
      this.key = key;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T set(T value) {
      return (T) (value == null ? given.remove(key) : given.put(key, value.toString()));
    }
  }
}
