package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan of the static half changes no verdict, and is given up where it no longer holds. */
class StaticPlanIT {
  private static final String MAIN = "com.example.programs.SparedByPlan";
  private static final String RACY = MAIN + ".racy";
  private static final String GUARDED = MAIN + ".guarded";

  @TempDir static Path folder;

  private static Path plan;

  @BeforeAll
  static void analyze() {
    plan = folder.resolve("app.plan");
    Outcome made =
        Jvm.command(
                Jdk.current(),
                "analyze",
                "--no-cache",
                "--fail-on",
                "none",
                "--static-plan",
                plan.toString(),
                "--output",
                folder.resolve("out").toString(),
                Places.PROGRAMS.toString())
            .run();
    assertThat(plan).as("%s", made).exists();
  }

  private static Outcome run(Jdk jdk, String name, Path with, String... arguments) {
    return Jvm.watched(jdk, name, "own=" + MAIN, "exit-budget=60s", "static-plan=" + with)
        .main(MAIN, arguments)
        .run();
  }

  @Test
  void thePlanNamesTheGuardedField() throws IOException {
    String owner = MAIN.replace('.', '/');
    assertThat(Files.readAllLines(plan))
        .contains("field " + owner + ".guarded")
        .doesNotContain("field " + owner + ".racy");
  }

  @ParameterizedTest
  @MethodSource("io.racewatch.it.Jdk#all")
  void theVerdictsAreTheSame(Jdk jdk) throws IOException {
    Outcome with = run(jdk, "planned", plan);
    assertThat(with.exit()).as("%s", with).isZero();
    assertThat(racing(with)).containsExactly(RACY);
    assertThat(with.err()).doesNotContain("static-plan");
  }

  @ParameterizedTest
  @MethodSource("io.racewatch.it.Jdk#all")
  void whoReachesAFieldByReflectionEndsItsPlan(Jdk jdk) throws IOException {
    Outcome with = run(jdk, "reflected", plan, "guarded");
    assertThat(with.err()).contains("static-plan: " + GUARDED + " is checked from now on");
    assertThat(racing(with)).contains(RACY, GUARDED);
  }

  @Test
  void anotherClassThanThePlanWasMadeForIsChecked() throws IOException {
    Path other = folder.resolve("other.plan");
    String name = MAIN.replace('.', '/');
    Files.writeString(
        other,
        Files.readString(plan).replaceAll("class " + name + " [0-9a-f]+", "class " + name + " 00"));
    Outcome with = run(Jdk.current(), "another", other);
    assertThat(with.err()).contains("static-plan: " + GUARDED, "is another class");
    assertThat(racing(with)).containsExactly(RACY);
  }

  @Test
  void whatIsNoPlanIsWrongUse() {
    Outcome with = run(Jdk.current(), "missing", folder.resolve("none"));
    assertThat(with.exit()).isEqualTo(2);
    assertThat(with.err()).contains("static-plan: there is no ");
  }

  private static Set<String> racing(Outcome outcome) throws IOException {
    Map<?, ?> root =
        (Map<?, ?>) Json.read(outcome.folder().resolve("report").resolve("racewatch.json"));
    Set<String> members = new TreeSet<>();
    for (Object each : (List<?>) root.get("findings")) {
      Map<?, ?> finding = (Map<?, ?>) each;
      if (finding.get("rule").equals("data-race")) {
        ((List<?>) finding.get("members")).forEach(member -> members.add((String) member));
      }
    }
    return members;
  }
}
