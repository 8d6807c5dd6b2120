package io.racewatch.model.catalog;

/**
 * In which way a row takes effect: of locks, {@link #EXCLUSIVE} or {@link #SHARED}; of variables, a
 * set of bits, the same as those of the runtime's {@code VarMode}; of arrays, a {@link Range}.
 */
public final class Mode {
  public static final int EXCLUSIVE = 0;
  public static final int SHARED = 1;

  /** Reads with acquire or volatile semantics. */
  public static final int ACQUIRE = 1;

  /** Writes with release or volatile semantics. */
  public static final int RELEASE = 2;

  /** The write happens only if the operation succeeded. */
  public static final int IF_DONE = 4;

  /** A plain read: an access that can race. */
  public static final int PLAIN_READ = 8;

  /** A plain write: an access that can race. */
  public static final int PLAIN_WRITE = 16;

  /** An atomic read that orders nothing. */
  public static final int OPAQUE_READ = 32;

  /** An atomic write that orders nothing. */
  public static final int OPAQUE_WRITE = 64;

  private Mode() {}

  static int parse(Effect effect, String text) {
    return switch (effect.modes()) {
      case NONE -> none(effect, text);
      case LOCK -> lock(text);
      case VARIABLE -> variable(text);
      case RANGE -> Range.parse(text);
    };
  }

  private static int none(Effect effect, String text) {
    if (!text.equals("-")) {
      throw new IllegalArgumentException("effect " + Words.of(effect) + " has no mode, write '-'");
    }
    return 0;
  }

  private static int lock(String text) {
    return switch (text) {
      case "exclusive" -> EXCLUSIVE;
      case "shared" -> SHARED;
      default ->
          throw new IllegalArgumentException(
              "unknown mode '" + text + "' (one of: exclusive, shared)");
    };
  }

  private static int variable(String text) {
    int bits = 0;
    for (String word : text.split("\\+", -1)) {
      bits |= bit(word);
    }
    return bits;
  }

  private static int bit(String word) {
    return switch (word) {
      case "acquire" -> ACQUIRE;
      case "release" -> RELEASE;
      case "if-done" -> IF_DONE;
      case "plain-read" -> PLAIN_READ;
      case "plain-write" -> PLAIN_WRITE;
      case "opaque-read" -> OPAQUE_READ;
      case "opaque-write" -> OPAQUE_WRITE;
      default ->
          throw new IllegalArgumentException(
              "unknown mode '"
                  + word
                  + "' (joined by '+': acquire, release, if-done, plain-read, plain-write, "
                  + "opaque-read, opaque-write)");
    };
  }
}
