package io.racewatch.model.options;

/** The option table as text: {@code docs/options.md}, and the lines of {@code --help}. */
public final class OptionDocs {
  private OptionDocs() {}

  /** The whole of {@code docs/options.md}. */
  public static String markdown() {
    StringBuilder out = new StringBuilder(HEAD);
    for (Option option : Option.values()) {
      out.append("| `").append(option.key()).append("` | ").append(option.defaultText());
      out.append(" | `").append(option.type().placeholder().replace("|", "\\|")).append("` | ");
      out.append(option.meaning()).append(" | ").append(option.since()).append(" |\n");
    }
    return out.append(TAIL).toString();
  }

  /** The meaning and the default of one option without markup, for a terminal. */
  public static String line(Option option) {
    String text = option.meaning() + " (default: " + option.defaultText() + ")";
    return text.replace("`", "");
  }

  private static final String HEAD =
      """
      # Options

      <!-- Made from the option table, io.racewatch.model.options.Option; a test compares. -->

      | where | how |
      |---|---|
      | agent argument | `-javaagent:racewatch.jar=fail-on=likely,exitcode=66` |
      | command line | `java -jar racewatch.jar check --fail-on likely` |
      | system property | `-Dracewatch.fail-on=likely` |
      | environment variable | `RACEWATCH_FAIL_ON=likely` |
      | file `racewatch.properties` | `fail-on=likely` |

      The first of these that has an option wins. In an agent argument a comma starts a new option
      where a word of small letters and `=` follow it; elsewhere it belongs to the value.

      | key | default | value | meaning | since |
      |---|---|---|---|---|
      """;

  private static final String TAIL =
      """

      - **Sizes** are `4096`, `64k`, `256m`, `256 MiB`, `1g`; the units are powers of 1024.
      - **Durations** are `500ms`, `10s`, `2 min`, `1h`; a bare number counts seconds.
      - **Patterns** are separated by commas; `*` stands for any characters, dots too, so
        `com.acme.*` is the package and all below it. `exclude` beats `include`.
      - **Shares** are `0.1` or `10%`.
      - **`none`** takes an option back to having no value.
      - The JDK's classes are those that its boot and platform loaders define; they are never checked.
      - A wrong option stops the start with one line and exit code 2. An unknown `RACEWATCH_*`
        variable or `racewatch.*` property is only a warning.
      """;
}
