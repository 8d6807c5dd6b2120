package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random programs with forced schedules, with the agent: what is reported equals what full vector
 * clocks say. A variable is reported if and only if two of its accesses are unordered, and what is
 * reported of it are two such accesses; the graph agrees with each. More programs with the property
 * {@code it.random.programs}, other ones with {@code it.random.seed}.
 */
class RandomProgramsIT {
  private static final String MAIN = "com.example.order.random.RandomPrograms";
  private static final String PACKAGE = "com.example.order.programs.";
  private static final int PER_JVM = 500;
  private static final int WITHOUT = 80;
  private static final int PROGRAMS = Integer.getInteger("it.random.programs", PER_JVM);
  private static final long SEED = Long.getLong("it.random.seed", 20_261_120L);

  @TestFactory
  Stream<DynamicTest> verdictsEqualThoseOfFullVectorClocks() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      for (int done = 0; done < PROGRAMS; done += PER_JVM) {
        long seed = SEED + done;
        int count = Math.min(PER_JVM, PROGRAMS - done);
        tests.add(dynamicTest(jdk + ", seeds from " + seed, () -> run(jdk, seed, count, "")));
      }
    }
    return tests.stream();
  }

  /** What saves checks changes no verdict: each is switched off in turn, see Reductions. */
  @TestFactory
  Stream<DynamicTest> verdictsAreTheSameWithoutEachReduction() {
    int count = Math.max(WITHOUT, PROGRAMS / 10);
    return Stream.of(
            "ranges",
            "localArrays",
            "covered",
            "threadOnce",
            "blocks",
            "ownStates",
            "transitions",
            "joins")
        .map(name -> dynamicTest(name, () -> run(Jdk.current(), SEED, count, name)));
  }

  /** Runs programs, perhaps with one reduction switched off. */
  private static void run(Jdk jdk, long seed, int count, String without) {
    Outcome outcome =
        Jvm.watched(jdk, "random", "exit-budget=60s")
            .vm("-Xmx768m", "-XX:+UseSerialGC")
            .vm("-Dracewatch.internal." + (without.isEmpty() ? "none" : without) + "=off")
            .main(MatrixRun.classPath(), MAIN, "" + seed, "" + count)
            .run();
    Map<String, Map<String, Set<Set<String>>>> found = found(outcome.report());
    List<String> wrong = new ArrayList<>();
    List<String> lines = outcome.out().lines().filter(l -> l.startsWith(PACKAGE)).toList();
    int racy = 0;
    for (String line : lines) {
      String[] parts = line.split(" \\| ", -1);
      Map<String, Set<Set<String>>> expected = expected(parts[1]);
      racy += expected.isEmpty() ? 0 : 1;
      Map<String, Set<Set<String>>> reported = found.getOrDefault(parts[0], Map.of());
      boolean allTrue = reported.entrySet().stream().allMatch(e -> holds(expected, e));
      if (!parts[2].equals("ran") || !reported.keySet().equals(expected.keySet()) || !allTrue) {
        wrong.add(line + ", reported " + reported);
      }
    }
    assertThat(wrong).as("programs that differ").isEmpty();
    assertThat(lines).hasSize(count);
    assertThat(racy).isBetween(count / 4, count * 3 / 4);
  }

  private static boolean holds(
      Map<String, Set<Set<String>>> expected, Map.Entry<String, Set<Set<String>>> reported) {
    return expected.getOrDefault(reported.getKey(), Set.of()).containsAll(reported.getValue());
  }

  /** By class and member: the pairs of thread and operation that raced. */
  private static Map<String, Map<String, Set<Set<String>>>> found(Report report) {
    Map<String, Map<String, Set<Set<String>>>> found = new HashMap<>();
    for (Report.Finding finding : report.findings()) {
      if (!finding.rule().equals("data-race")) {
        continue;
      }
      assertThat(finding.certainty()).as("%s", finding).isEqualTo("certain");
      assertThat(finding.checked()).as("%s", finding).isEqualTo("epochs+graph");
      assertThat(finding.members()).as("%s", finding).hasSize(1);
      String member = finding.members().get(0);
      int dot = member.lastIndexOf('.');
      Set<String> sides = new TreeSet<>();
      for (Report.Side side : finding.sides()) {
        String thread = side.thread().name();
        sides.add(thread.substring(thread.lastIndexOf('-') + 1) + side.operation());
      }
      found
          .computeIfAbsent(member.substring(0, dot), c -> new HashMap<>())
          .computeIfAbsent(member.substring(dot + 1), m -> new HashSet<>())
          .add(sides);
    }
    return found;
  }

  private static Map<String, Set<Set<String>>> expected(String races) {
    Map<String, Set<Set<String>>> expected = new HashMap<>();
    for (String race : races.isBlank() ? new String[0] : races.split(", ")) {
      String[] words = race.split(" ");
      expected
          .computeIfAbsent(words[0], m -> new HashSet<>())
          .add(new TreeSet<>(List.of(words[1], words[2])));
    }
    return expected;
  }
}
