package io.racewatch.model.options;

/** The form of an option's value, as users write it. */
public enum OptionType {
  /** {@code on} or {@code off}. */
  SWITCH("on|off"),
  /** A path; a relative one is taken from the working directory. */
  PATH("path"),
  /** Any number of paths, separated as on the class path of this platform. */
  PATHS("paths"),
  /** Patterns separated by commas, see {@link Patterns}. */
  PATTERNS("patterns"),
  /** One of the words in {@link Option#choices()}. */
  CHOICE("word"),
  /** Some of the words in {@link Option#choices()}, separated by commas. */
  CHOICES("words"),
  /** A number of bytes, see {@link Units#bytes}. */
  SIZE("size"),
  /** A span of time, see {@link Units#millis}. */
  DURATION("duration"),
  /** A process exit code from 0 to 255. */
  EXIT_CODE("0-255"),
  /** A share above 0 up to 1, or in per cent. */
  SHARE("share");

  private final String placeholder;

  OptionType(String placeholder) {
    this.placeholder = placeholder;
  }

  /** What stands for the value in help texts. */
  public String placeholder() {
    return placeholder;
  }
}
