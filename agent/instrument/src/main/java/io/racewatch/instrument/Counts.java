package io.racewatch.instrument;

import io.racewatch.runtime.RunFacts;
import java.util.ArrayList;
import java.util.List;

/** Counts classes, and keeps the reasons of the first failures. Thread-safe. */
public final class Counts implements WeaveLog {
  private static final int KEPT = 1000;

  private final List<Failure> failures = new ArrayList<>();
  private int instrumented;
  private int skipped;
  private int failed;
  private int huge;

  /** A class and why it was not woven, or not in full. */
  public record Failure(String className, String reason) {}

  @Override
  public synchronized void instrumented(String className) {
    instrumented++;
  }

  @Override
  public synchronized void excluded(String className) {
    skipped++;
  }

  @Override
  public synchronized void skipped(String className, String reason) {
    skipped++;
  }

  @Override
  public synchronized void failed(String className, String reason) {
    failed++;
    keep(className, reason);
  }

  @Override
  public synchronized void left(String className, String methodAndReason) {
    keep(className, RunFacts.aboutMethod(methodAndReason));
  }

  @Override
  public synchronized void huge(String className, String method) {
    huge++;
  }

  private void keep(String className, String reason) {
    if (failures.size() < KEPT) {
      failures.add(new Failure(className, reason));
    }
  }

  public synchronized int instrumented() {
    return instrumented;
  }

  public synchronized int skipped() {
    return skipped;
  }

  public synchronized int failed() {
    return failed;
  }

  /** Methods that the JVM only interprets since they were woven. */
  public synchronized int huge() {
    return huge;
  }

  /** The first thousand classes that were not woven, or not in full. */
  public synchronized List<Failure> failures() {
    return List.copyOf(failures);
  }
}
