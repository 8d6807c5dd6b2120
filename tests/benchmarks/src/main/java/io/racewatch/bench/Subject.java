package io.racewatch.bench;

import java.util.List;

/**
 * A program that is measured.
 *
 * @param kind which table it belongs to
 * @param name what the tables call it
 * @param program class path, main class and arguments
 * @param twin the same with a race, or null
 * @param member what the twin races on, or null
 */
record Subject(Kind kind, String name, List<String> program, List<String> twin, String member) {
  /** The tables, in the order in which they are measured. */
  enum Kind {
    KERNEL("Kernels"),
    START("Start-up"),
    OPERATION("Single operations"),
    PROGRAM("Real programs"),
    MEMORY("Kernels with 200 MB of live data");

    final String title;

    Kind(String title) {
      this.title = title;
    }

    /** As it stands in the file of results. */
    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A program without a twin. */
  static Subject of(Kind kind, String name, List<String> program) {
    return new Subject(kind, name, program, null, null);
  }

  /** Whether JMH runs it, in JVMs of its own. */
  boolean isOperations() {
    return kind == Kind.OPERATION;
  }
}
