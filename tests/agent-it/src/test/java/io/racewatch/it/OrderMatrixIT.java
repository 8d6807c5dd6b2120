package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.example.order.Table;
import com.example.order.rows.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The matrix of orders: where there is an edge no variable races, where there is none every one
 * does; each with a write and a read in either order and two writes, on fields, static fields,
 * elements and 64-bit fields, with both kinds of threads, on each JDK. A row is a test.
 */
class OrderMatrixIT {
  @TestFactory
  Stream<DynamicNode> platformThreads() {
    return Jdk.all().stream().map(jdk -> run(jdk, "platform"));
  }

  @TestFactory
  Stream<DynamicNode> virtualThreads() {
    return Jdk.all().stream()
        .filter(jdk -> jdk.feature() >= MatrixRun.Newer.JDK)
        .map(jdk -> run(jdk, "virtual"));
  }

  @TestFactory
  Stream<DynamicNode> accidentalEdgesThatCount() {
    return Jdk.all().stream().map(jdk -> run(jdk, "accidental"));
  }

  private static DynamicNode run(Jdk jdk, String kind) {
    MatrixRun run = MatrixRun.of(jdk, kind);
    Map<String, List<MatrixRun.Ran>> rows = new LinkedHashMap<>();
    run.cases().forEach(r -> rows.computeIfAbsent(r.row(), k -> new ArrayList<>()).add(r));
    List<DynamicTest> tests = new ArrayList<>();
    rows.forEach((row, cases) -> tests.add(dynamicTest(row, () -> check(run, cases))));
    tests.add(dynamicTest("the whole run", () -> checkRun(run, kind)));
    if (!kind.equals("accidental")) {
      tests.add(dynamicTest("other members", () -> checkMembers(run)));
    }
    return dynamicContainer(jdk + ", " + kind, tests);
  }

  private static void check(MatrixRun run, List<MatrixRun.Ran> cases) {
    List<String> wrong = new ArrayList<>();
    for (MatrixRun.Ran ran : cases) {
      if (run.asWanted(ran) == ran.known()) {
        wrong.add(
            ran.known()
                ? ran.what() + ": known to be wrong, but right"
                : ran.what()
                    + (ran.outcome().equals("ran") ? "" : ": " + ran.outcome())
                    + ": want "
                    + run.wanted(ran)
                    + ", raced "
                    + run.racedCells(ran));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void checkRun(MatrixRun run, String kind) {
    assertThat(run.outcome().exit()).as("%s", run.outcome()).isZero();
    assertThat(run.cases()).hasSizeGreaterThan(kind.equals("accidental") ? 2 : 700);
    assertThat(run.report().runs())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.canary()).isEqualTo("ok");
              assertThat(r.failures()).isEmpty();
            });
    assertThat(run.report().findings())
        .filteredOn(f -> f.rule().equals("data-race") || f.rule().equals("api-race"))
        .allSatisfy(
            f -> {
              assertThat(f.certainty()).as("%s", f).isEqualTo("certain");
              assertThat(f.checked()).as("%s", f).isEqualTo("epochs+graph");
            });
  }

  /** What races beside the cells is what cases say. */
  private static void checkMembers(MatrixRun run) {
    Set<String> wanted = new TreeSet<>();
    run.cases().forEach(ran -> wanted.addAll(ran.members()));
    for (Table.Member wrong : Rows.all().members()) {
      if (wrong.reported()) {
        wanted.add(wrong.name());
      } else {
        wanted.remove(wrong.name());
      }
    }
    assertThat(run.elsewhere()).isEqualTo(wanted);
  }
}
