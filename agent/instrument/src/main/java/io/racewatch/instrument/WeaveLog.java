package io.racewatch.instrument;

/** Hears what became of each class. Called from any thread, several at once; must not throw. */
public interface WeaveLog {
  /** The class runs with all hooks that it needs. */
  void instrumented(String className);

  /** The class is not to be watched; only its synchronisation is observed. */
  void excluded(String className);

  /** The class runs as it is. */
  void skipped(String className, String reason);

  /** The class could not be woven and runs as it is. */
  void failed(String className, String reason);

  /** A method of a woven class has fewer hooks than it needs, or none. */
  void left(String className, String methodAndReason);

  /** A method became so large that the JVM only interprets it. */
  void huge(String className, String method);
}
