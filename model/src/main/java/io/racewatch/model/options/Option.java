package io.racewatch.model.options;

import static io.racewatch.model.options.OptionType.CHOICE;
import static io.racewatch.model.options.OptionType.CHOICES;
import static io.racewatch.model.options.OptionType.DURATION;
import static io.racewatch.model.options.OptionType.EXIT_CODE;
import static io.racewatch.model.options.OptionType.PATH;
import static io.racewatch.model.options.OptionType.PATHS;
import static io.racewatch.model.options.OptionType.PATTERNS;
import static io.racewatch.model.options.OptionType.SHARE;
import static io.racewatch.model.options.OptionType.SIZE;
import static io.racewatch.model.options.OptionType.SWITCH;

import java.util.List;

/**
 * The one table of options: parser, help texts and {@code docs/options.md} are made from it.
 *
 * <p>{@code none} as a value means the default of an option that has none, so that a nearer source
 * can take back what a farther one set.
 */
public enum Option {
  /** Folder for run files and reports. */
  OUTPUT("output", PATH, "racewatch-report", "", "folder for run files and reports", "0.1"),
  /** Report formats. */
  FORMATS(
      "formats",
      CHOICES,
      "text,json,html",
      "text,json,html,sarif,junit,gitlab,github,dot",
      "report formats, any of `text,json,html,sarif,junit,gitlab,github,dot`",
      "0.1"),
  /** Classes whose accesses are checked. */
  INCLUDE(
      "include",
      PATTERNS,
      "",
      "every class but the JDK's",
      "classes whose field and array accesses are checked; synchronisation is observed everywhere",
      "0.1"),
  /** Classes whose accesses are not checked. */
  EXCLUDE(
      "exclude",
      PATTERNS,
      "",
      "none",
      "classes whose field and array accesses are not checked; beats `include`",
      "0.1"),
  /** The user's own code. */
  OWN(
      "own",
      PATTERNS,
      "",
      "guessed: class folders, BOOT-INF/classes, WEB-INF/classes, the main jar's own packages",
      "the user's own code",
      "0.1"),
  /** What to look for. */
  DETECT("detect", CHOICES, "races,deadlocks", "races,deadlocks", "what to look for", "0.1"),
  /** Exit code when the gate trips. */
  EXITCODE(
      "exitcode",
      EXIT_CODE,
      "",
      "none",
      "process exit code when the gate trips; when it is set, a blind run ends with 70",
      "0.1"),
  /** The gate. */
  FAIL_ON(
      "fail-on",
      CHOICE,
      "certain",
      "certain,likely,possible,none",
      "the gate trips on new findings at least this sure: `certain`, `likely`, `possible`, `none`",
      "0.1"),
  /** Whose findings trip the gate. */
  GATE_SCOPE(
      "gate-scope",
      CHOICE,
      "own",
      "own,all",
      "whose findings trip the gate: `own` code takes part in them, or `all`",
      "0.1"),
  /** Whether a real deadlock ends the program. */
  HALT_ON_DEADLOCK(
      "halt-on-deadlock",
      SWITCH,
      "off",
      "",
      "when threads are really deadlocked: report, then end with `exitcode` (66 if unset)",
      "0.1"),
  /** Suppression file. */
  SUPPRESSIONS(
      "suppressions", PATH, "", "none", "file of findings to suppress, each with a reason", "0.1"),
  /** Baseline file. */
  BASELINE(
      "baseline", PATH, "", "none", "file of known findings, made by `racewatch baseline`", "0.1"),
  /** What is watched. */
  MODE(
      "mode",
      CHOICE,
      "full",
      "full,sample,locks",
      "`full`, `sample` (a share of the variables, see `sample-rate`), `locks` (locks only)",
      "0.1"),
  /** Share of the variables watched in mode {@code sample}. */
  SAMPLE_RATE(
      "sample-rate", SHARE, "0.1", "", "share of the variables that `mode=sample` watches", "0.1"),
  /** Which edges count. */
  SYNC(
      "sync",
      CHOICE,
      "spec",
      "spec,all",
      "`all` lets accidental edges of the JDK's insides count",
      "0.1"),
  /** User's catalogue rows. */
  PRIMITIVES("primitives", PATH, "", "none", "file with catalogue rows of your own", "0.1"),
  /** Budget for shadow state. */
  MEMORY(
      "memory",
      SIZE,
      "",
      "a quarter of the heap",
      "budget for shadow state; past it racewatch forgets, and says what share it did not watch",
      "0.1"),
  /** Budget on disk. */
  RECORD_LIMIT(
      "record-limit", SIZE, "256 MiB", "", "budget on disk for recorded synchronisation", "0.1"),
  /** Time for the reports at exit. */
  EXIT_BUDGET(
      "exit-budget",
      DURATION,
      "10 s",
      "",
      "time for the reports at exit; past it text and JSON come from the online findings alone",
      "0.1"),
  /** Bytecode and sources of the program. */
  APP_CLASSPATH(
      "app-classpath",
      PATHS,
      "",
      "found",
      "bytecode and sources for the static half and for quoting lines",
      "0.1"),
  /** Plan of the static half. */
  STATIC_PLAN(
      "static-plan",
      PATH,
      "",
      "none",
      "file that `analyze` writes and a watched JVM reads: fields that need no checks, since one"
          + " lock guards them everywhere",
      "0.1"),
  /** The file with options. */
  CONFIG(
      "config",
      PATH,
      "",
      "`racewatch.properties` in the working directory, if there is one",
      "file with options, `key=value` a line",
      "0.1"),
  /** Everything in full. */
  VERBOSE("verbose", SWITCH, "off", "", "everything in full", "0.1");

  private final String key;
  private final OptionType type;
  private final String defaultValue;
  private final String detail;
  private final String meaning;
  private final String since;

  /** {@code detail}: the choices of a choice, else the words for an empty default. */
  Option(
      String key,
      OptionType type,
      String defaultValue,
      String detail,
      String meaning,
      String since) {
    this.key = key;
    this.type = type;
    this.defaultValue = defaultValue;
    this.detail = detail;
    this.meaning = meaning;
    this.since = since;
  }

  /** The key, lower case with hyphens. */
  public String key() {
    return key;
  }

  /** The form of the value. */
  public OptionType type() {
    return type;
  }

  /** The default value; empty if it is none, or is found out later. */
  public String defaultValue() {
    return defaultValue;
  }

  /** The default in words, for a person. */
  public String defaultText() {
    return defaultValue.isEmpty() ? detail : "`" + defaultValue + "`";
  }

  /** What it does, for a person; may quote words in backticks. */
  public String meaning() {
    return meaning;
  }

  /** The first version that has it. */
  public String since() {
    return since;
  }

  /** The words that a choice can be made of; empty for other types. */
  public List<String> choices() {
    return type == CHOICE || type == CHOICES ? Units.list(detail) : List.of();
  }

  /** The environment variable: {@code RACEWATCH_FAIL_ON}. */
  public String variable() {
    return "RACEWATCH_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
  }

  /** The system property: {@code racewatch.fail-on}. */
  public String property() {
    return "racewatch." + key;
  }

  /** The option with this key, or null. {@code format} is another name of {@code formats}. */
  public static Option of(String key) {
    for (Option option : values()) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return key.equals("format") ? FORMATS : null;
  }
}
