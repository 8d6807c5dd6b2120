package io.racewatch.it;

import com.example.order.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The table of orders, run in one JVM.
 *
 * @param kind {@code platform}, {@code virtual}, or {@code accidental} with {@code sync=all}
 * @param cases what ran
 * @param raced the members that raced, by class
 * @param report all findings
 */
record MatrixRun(
    String kind, List<Ran> cases, Map<String, Set<String>> raced, Report report, Outcome outcome) {
  private static final String MAIN = "com.example.order.OrderMatrix";
  private static final Set<String> CELLS = cells();

  /** A case as the program printed it. */
  record Ran(
      String cells,
      String row,
      String what,
      Verdict verdict,
      boolean known,
      List<String> members,
      String outcome) {

    private static Ran parse(String line) {
      String[] parts = line.split(" \\| ", -1);
      List<String> members = parts[5].isBlank() ? List.of() : List.of(parts[5].strip().split(" "));
      return new Ran(
          parts[0],
          parts[1],
          parts[2],
          Verdict.valueOf(parts[3]),
          !parts[4].equals("-"),
          members,
          parts[6]);
    }
  }

  static MatrixRun of(Jdk jdk, String kind) {
    boolean all = kind.equals("accidental");
    Jvm jvm =
        Jvm.watched(jdk, "matrix-" + kind, "exit-budget=60s", "sync=" + (all ? "all" : "spec"));
    List<Path> classPath = new ArrayList<>(Newer.classes(jdk));
    classPath.addAll(classPath());
    if (jdk.feature() >= Newer.JDK) {
      jvm.vm("--enable-preview");
    }
    jvm.vm("-Xmx768m", "-XX:+UseSerialGC");
    Outcome outcome = jvm.main(classPath, MAIN, kind).run();
    List<Ran> cases =
        outcome
            .out()
            .lines()
            .filter(l -> l.startsWith("com.example.order.cells."))
            .map(Ran::parse)
            .toList();
    Report report = outcome.report();
    return new MatrixRun(kind, cases, raced(report), report, outcome);
  }

  /** The programs, and what they need to define classes. */
  static List<Path> classPath() {
    return List.of(
        Places.SAMPLE_CLASSES,
        Places.PROGRAMS,
        Places.of(org.objectweb.asm.ClassReader.class),
        Places.of(org.objectweb.asm.commons.ClassRemapper.class));
  }

  private static Map<String, Set<String>> raced(Report report) {
    Map<String, Set<String>> raced = new HashMap<>();
    for (Report.Finding finding : report.findings()) {
      if (finding.rule().equals("data-race") || finding.rule().equals("api-race")) {
        for (String member : finding.members()) {
          String name = member.startsWith(".") ? member.substring(1) : member;
          raced.computeIfAbsent(owner(name), o -> new TreeSet<>()).add(name);
        }
      }
    }
    return raced;
  }

  private static String owner(String member) {
    int dot = member.lastIndexOf('.');
    return dot < 0 ? "" : member.substring(0, dot);
  }

  /** Whether the case went as its verdict wants it. */
  boolean asWanted(Ran ran) {
    return ran.outcome.equals("ran") && racedCells(ran).equals(wanted(ran));
  }

  /** The cells that raced. */
  Set<String> racedCells(Ran ran) {
    Set<String> cells = new TreeSet<>();
    raced
        .getOrDefault(ran.cells, Set.of())
        .forEach(m -> cells.add(m.substring(m.lastIndexOf('.') + 1)));
    return cells;
  }

  /** The cells that must race. */
  Set<String> wanted(Ran ran) {
    boolean racy =
        ran.verdict == Verdict.RACY
            || ran.verdict == Verdict.ACCIDENTAL && !kind.equals("accidental");
    return racy ? CELLS : Set.of();
  }

  /** Members that raced and are no cells. */
  Set<String> elsewhere() {
    Set<String> all = new TreeSet<>();
    raced.values().forEach(all::addAll);
    cases.forEach(ran -> all.removeAll(raced.getOrDefault(ran.cells, Set.of())));
    return all;
  }

  /** Names of the cells: the variables of the template. */
  private static Set<String> cells() {
    Set<String> names = new TreeSet<>();
    for (var field : com.example.order.CellTemplate.class.getDeclaredFields()) {
      names.add(field.getName() + (field.getType().isArray() ? "[]" : ""));
    }
    return names;
  }

  /** What only newer JDKs can compile. */
  static final class Newer {
    static final int JDK = 25;

    private Newer() {}

    /** Compiles the sources with that JDK; none for an older one. */
    static List<Path> classes(Jdk jdk) {
      if (jdk.feature() < JDK) {
        return List.of();
      }
      Path classes = Places.folder("newer-classes");
      List<String> command = new ArrayList<>();
      command.add(jdk.home().resolve("bin/javac").toString());
      command.addAll(List.of("-nowarn", "--release", "" + jdk.feature(), "--enable-preview"));
      String classPath = Places.PROGRAMS + java.io.File.pathSeparator + Places.SAMPLE_CLASSES;
      command.addAll(List.of("-d", classes.toString(), "-cp", classPath));
      try (Stream<Path> sources = Files.walk(Places.NEWER_SOURCES)) {
        sources.map(Path::toString).filter(s -> s.endsWith(".java")).forEach(command::add);
        Path output = classes.resolve("javac.txt");
        Process javac =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (javac.waitFor() != 0) {
          throw new IllegalStateException(Files.readString(output));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return List.of(classes);
    }
  }
}
