package io.racewatch.runtime;

/** What an operation on a variable with its own synchronisation does; a set of bits. */
public final class VarMode {
  /** Reads with acquire or volatile semantics. */
  public static final int ACQUIRE = 1;

  /** Writes with release or volatile semantics. */
  public static final int RELEASE = 2;

  /** The write happens only if the operation returned true. */
  public static final int IF_DONE = 4;

  /** A plain read: an access that can race. */
  public static final int PLAIN_READ = 8;

  /** A plain write: an access that can race. */
  public static final int PLAIN_WRITE = 16;

  /** An atomic read that orders nothing. */
  public static final int OPAQUE_READ = 32;

  /** An atomic write that orders nothing. */
  public static final int OPAQUE_WRITE = 64;

  /** The class is one whose accesses are not checked. */
  public static final int UNCHECKED = 128;

  /** The operation threw: nothing was accessed. */
  public static final int FAILED = 256;

  static final int PLAIN = PLAIN_READ | PLAIN_WRITE;
  static final int OPAQUE = OPAQUE_READ | OPAQUE_WRITE;

  private VarMode() {}

  /** Whether an operation with these bits writes atomically if it succeeds. */
  static boolean writes(int mode) {
    return (mode & (RELEASE | OPAQUE_WRITE)) != 0;
  }

  /** How many bytes a method of Unsafe accesses, by the type in its name; 0 if a reference. */
  static int bytes(String method) {
    if (method.contains("Long") || method.contains("Double")) {
      return 8;
    }
    if (method.contains("Int") || method.contains("Float")) {
      return 4;
    }
    if (method.contains("Short") || method.contains("Char")) {
      return 2;
    }
    return method.contains("Byte") || method.contains("Boolean") ? 1 : 0;
  }

  /** What reports call the mode of a method of that name. */
  static String word(String method) {
    if (method.endsWith("Opaque") || method.endsWith("Plain")) {
      return "opaque";
    }
    if (method.endsWith("Acquire")) {
      return "acquire";
    }
    return method.endsWith("Release") || method.startsWith("putOrdered") || method.equals("lazySet")
        ? "release"
        : "volatile";
  }
}
