package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the hooks in the JDK; grows as its classes load. Thread-safe. */
public final class JdkHookReport {
  private final Set<String> woven = new HashSet<>();
  private final Map<String, List<Row>> lost = new TreeMap<>();
  private final Map<String, String> failures = new TreeMap<>();

  JdkHookReport() {}

  synchronized void woven(String className, List<Row> itsLost) {
    woven.add(className);
    lost.put(className, itsLost);
  }

  synchronized void failed(String className, Throwable reason) {
    failures.put(className, String.valueOf(reason));
  }

  /** Number of JDK classes woven so far. */
  public synchronized int classes() {
    return woven.size();
  }

  /** Rows without effect, because this JDK has no such method or instruction. */
  public synchronized List<Row> lost() {
    List<Row> all = new ArrayList<>();
    for (List<Row> some : lost.values()) {
      all.addAll(some);
    }
    return all;
  }

  /** Classes that could not be woven, by internal name, with the reason. */
  public synchronized Map<String, String> failures() {
    return new TreeMap<>(failures);
  }
}
