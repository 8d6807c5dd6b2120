package io.racewatch.model;

import java.util.List;

/**
 * One watched JVM.
 *
 * @param pid its process id
 * @param command main class or jar, without arguments that may hold secrets
 * @param jdk its {@code java.vm.version}
 * @param started ISO-8601 instant
 * @param millis how long it ran, in milliseconds
 * @param ended {@code normal}, {@code halted} or {@code killed}
 * @param canary {@code ok} or {@code blind}
 * @param mode {@code full}, {@code sample} or {@code locks}
 * @param classes what was woven
 * @param notes lines that a reader must know: limits met, disagreements, what was not watched
 * @param alerts what a reader must know first
 */
public record Run(
    long pid,
    String command,
    String jdk,
    String started,
    long millis,
    String ended,
    String canary,
    String mode,
    Classes classes,
    List<String> notes,
    List<Alert> alerts) {
  public Run {
    notes = List.copyOf(notes);
    alerts = List.copyOf(alerts);
  }

  /** Whether nothing that this run says can be trusted. */
  public boolean blind() {
    return has(Alert.Kind.BLIND);
  }

  /** Whether there is an alert of that kind. */
  public boolean has(Alert.Kind kind) {
    return alerts.stream().anyMatch(alert -> alert.kind() == kind);
  }

  /** Counts of classes, and the failures by name. */
  public record Classes(long instrumented, long skipped, long failed, List<Failure> failures) {
    public Classes {
      failures = List.copyOf(failures);
    }
  }

  /** A class that could not be woven, and why. */
  public record Failure(String className, String reason) {}
}
