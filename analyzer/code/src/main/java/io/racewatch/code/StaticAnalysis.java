package io.racewatch.code;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.code.calls.Reading;
import io.racewatch.code.finding.Folding;
import io.racewatch.code.input.Broken;
import io.racewatch.code.input.ClassFile;
import io.racewatch.code.input.ClassPath;
import io.racewatch.code.input.InputResult;
import io.racewatch.code.input.Inputs;
import io.racewatch.code.input.Rings;
import io.racewatch.code.pattern.PatternPass;
import io.racewatch.code.plan.StaticPlan;
import io.racewatch.code.rules.ProgramAnalysis;
import io.racewatch.model.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/** From paths to findings. Stateless, so safe for use by several threads. */
public final class StaticAnalysis {
  /** Of several with one fingerprint the first is told, whichever thread found it first. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::certainty)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::title)
          .thenComparing(Finding::fingerprint)
          .thenComparing(finding -> finding.accesses().toString());

  private StaticAnalysis() {}

  /** Does all of it. Bad input is in the result, never an exception. */
  public static StaticResult of(StaticInput input) {
    try (ClassPath around = ClassPath.of(input.classPath())) {
      List<ClassFile> all = new ArrayList<>();
      InputResult read = Inputs.read(input.paths(), all::add);
      List<Broken> broken = new ArrayList<>(read.broken());
      List<ClassFile> files = Rings.without(all, broken);
      Set<String> own = new HashSet<>();
      Set<String> extended = new HashSet<>();
      for (ClassFile file : files) {
        header(file, around.types(), own, extended);
      }
      PatternPass patterns = new PatternPass(around.types(), input.catalog(), extended);
      Workers workers = new Workers(files, patterns::see, input.progress());
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
      ProgramAnalysis.Result whole;
      try {
        // Summaries are made by one thread: the others look for patterns meanwhile.
        whole = ProgramAnalysis.of(files, around.types(), input.catalog(), threads, workers::start);
      } finally {
        workers.finish();
      }
      List<Finding> findings = new ArrayList<>(patterns.findings());
      findings.addAll(whole.findings());
      broken.addAll(workers.failures());
      List<String> unreadable = new ArrayList<>(read.unreadable());
      unreadable.addAll(around.unreadable());
      return new StaticResult(
          unique(findings), whole.orders(), read.classes(), own, unreadable, broken, read.notes());
    }
  }

  /** The lines of a plan that spares a watched run checks: see {@link StaticPlan}. */
  public static List<String> plan(StaticInput input) {
    ForkJoinPool pool = new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
    try (ClassPath around = ClassPath.of(input.classPath())) {
      List<ClassFile> all = new ArrayList<>();
      Inputs.read(input.paths(), all::add);
      List<ClassFile> files = Rings.without(all, new ArrayList<>());
      return StaticPlan.of(Reading.read(files, around.types(), input.catalog(), pool), files);
    } finally {
      pool.shutdown();
    }
  }

  private static void header(
      ClassFile file, TypeIndex types, Set<String> own, Set<String> extended) {
    if (file.own()) {
      own.add(file.name().replace('/', '.'));
    }
    try {
      ClassHeader header = ClassHeader.of(file.reader(), false);
      types.add(header);
      if (header.superName() != null) {
        extended.add(header.superName());
      }
    } catch (RuntimeException malformed) {
      // A later look meets it again and says so.
    }
  }

  private static List<Finding> unique(List<Finding> found) {
    List<Finding> sorted = new ArrayList<>(found);
    sorted.sort(ORDER);
    Map<String, Finding> findings = new LinkedHashMap<>();
    sorted.forEach(finding -> findings.putIfAbsent(finding.fingerprint(), finding));
    return Folding.of(List.copyOf(findings.values()));
  }
}
