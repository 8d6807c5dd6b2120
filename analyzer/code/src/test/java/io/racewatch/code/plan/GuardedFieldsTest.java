package io.racewatch.code.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.suite.plan.Spared;
import io.racewatch.code.StaticAnalysis;
import io.racewatch.code.StaticInput;
import io.racewatch.model.catalog.Catalog;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Fields of the program beside this that start with {@code spared} are in the plan, no others. */
class GuardedFieldsTest {
  @Test
  void onlyWhatOneLockGuardsEverywhere() {
    List<String> plan =
        StaticAnalysis.plan(
            new StaticInput(
                List.of(Path.of("target/test-classes/com/example/suite/plan").toAbsolutePath()),
                List.of(),
                Catalog.load(),
                StaticInput.Progress.NONE));
    Set<String> expected = new TreeSet<>();
    fields(Spared.class, expected);
    assertThat(plan.get(0)).isEqualTo(StaticPlan.HEAD);
    assertThat(plan)
        .filteredOn(line -> line.startsWith("class "))
        .anyMatch(line -> line.matches("class com/example/suite/plan/Spared [0-9a-f]{32}"));
    assertThat(plan)
        .filteredOn(line -> line.startsWith("field "))
        .map(line -> line.substring(6))
        .containsExactlyElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(5);
  }

  private static void fields(Class<?> type, Set<String> to) {
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().startsWith("spared")) {
        to.add(type.getName().replace('.', '/') + '.' + field.getName());
      }
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      fields(nested, to);
    }
  }
}
