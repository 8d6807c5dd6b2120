package io.racewatch.code.rules;

import io.racewatch.bytecode.TypeIndex;
import io.racewatch.code.calls.Program;
import io.racewatch.code.calls.Reading;
import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.code.input.ClassFile;
import io.racewatch.code.summary.Summaries;
import io.racewatch.model.Finding;
import io.racewatch.model.catalog.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/** Analyses a program as a whole and says which rules are broken where. */
public final class ProgramAnalysis {
  /** The rules, one row each. */
  private static final List<ProgramRule> RULES =
      List.of(
          new RaceRule(),
          new UnguardedRule(),
          new GuardedByRule(),
          new LockOrderRule(),
          new BlockedRule());

  private ProgramAnalysis() {}

  /**
   * What came out.
   *
   * @param findings rules that are broken
   * @param orders in which locks can be taken
   */
  public record Result(List<Finding> findings, List<PossibleOrder> orders) {}

  /**
   * Analyses a program.
   *
   * @param files its classes; the JDK's are better left out
   * @param types knows the JDK; is given the headers of the files
   * @param threads at most so many read class files
   * @param whenRead is run when they are read; from then on one thread works
   * @return findings sorted, each fingerprint once
   */
  public static Result of(
      Collection<ClassFile> files,
      TypeIndex types,
      Catalog catalog,
      int threads,
      Runnable whenRead) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      Program program = Reading.read(files, types, catalog, pool);
      whenRead.run();
      View view = new View(program, Summaries.of(program));
      Map<String, Finding> found = new LinkedHashMap<>();
      for (ProgramRule rule : RULES) {
        rule.check(view, finding -> found.putIfAbsent(finding.fingerprint(), finding));
      }
      List<Finding> all = new ArrayList<>(found.values());
      all.sort(
          Comparator.comparing(Finding::certainty)
              .thenComparing(Finding::rule)
              .thenComparing(finding -> finding.members().get(0))
              .thenComparing(Finding::fingerprint));
      return new Result(all, LockOrders.of(view));
    } finally {
      pool.shutdown();
    }
  }
}
