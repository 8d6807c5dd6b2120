package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The body rows of one JDK by class. Immutable; safe for all threads. Runs while the watched
 * program starts, so this package uses no lambdas and takes no hash of a record: each costs
 * milliseconds.
 */
final class BodyRows {
  private final Map<String, List<Row>> byOwner = new HashMap<>();

  /**
   * Takes the body rows of a catalogue.
   *
   * @param feature feature release of the JDK, such as 17
   */
  BodyRows(Catalog catalog, int feature) {
    for (Row row : catalog.bodies()) {
      if (row.in(feature)) {
        List<Row> its = byOwner.get(row.owner());
        if (its == null) {
          its = new ArrayList<>();
          byOwner.put(row.owner(), its);
        }
        its.add(row);
      }
    }
  }

  /** Rows of a class by its internal name, in the order of the catalogue; empty if none. */
  List<Row> of(String owner) {
    return byOwner.getOrDefault(owner, List.of());
  }

  /** Internal names of all classes with rows. */
  Set<String> owners() {
    return byOwner.keySet();
  }
}
