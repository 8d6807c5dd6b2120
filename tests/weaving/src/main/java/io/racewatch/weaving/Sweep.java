package io.racewatch.weaving;

import io.racewatch.instrument.weave.Weaver;
import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Weaves and verifies every class of the running JDK and of the jars of a folder: {@code Sweep
 * FOLDER}. Prints a table, the methods that were left, and what failed; ends with 1 if anything
 * did.
 */
public final class Sweep {
  private Sweep() {}

  /** The command line is in the class comment. */
  public static void main(String[] args) throws IOException {
    List<ClassSet> sets = new ArrayList<>();
    for (String folder : args) {
      sets.addAll(jars(Path.of(folder)));
    }
    Libraries libraries = new Libraries(sets);
    List<ClassSet> all = new ArrayList<>(sets);
    all.add(0, ClassSet.image());
    Tally total = new Tally();
    System.out.println(Tally.head());
    for (ClassSet set : all) {
      Tally one = sweep(set, libraries, 1);
      System.out.println(one.row(set.label()));
      total.add(one);
    }
    System.out.println(total.row("all"));
    total.reasons.forEach(reason -> System.out.println("left: " + reason));
    total.failures.forEach(failure -> System.out.println("FAILED: " + failure));
    System.exit(total.failures.isEmpty() ? 0 : 1);
  }

  /** Sweeps one set with the catalogue of the running JDK. */
  static Tally sweep(ClassSet set, Libraries libraries, int every) {
    Weaver weaver = new Weaver(Catalog.load().forFeature(Runtime.version().feature()));
    return new SetSweep(weaver, set, libraries).sweep(every);
  }

  private static List<ClassSet> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(ClassSet::jar)
          .toList();
    }
  }
}
