package io.racewatch.code.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.suite.Annotated;
import com.example.suite.Deadlocks;
import com.example.suite.HandedOver;
import com.example.suite.Locks;
import com.example.suite.Monitors;
import com.example.suite.PassedLocks;
import com.example.suite.Served;
import com.example.suite.Started;
import com.example.suite.Waits;
import com.example.suite.kinds.Fresh;
import com.example.suite.kinds.Guarded;
import com.example.suite.kinds.Joins;
import com.example.suite.kinds.Linked;
import com.example.suite.kinds.Named;
import com.example.suite.kinds.OneShots;
import com.example.suite.kinds.Orders;
import com.example.suite.kinds.Owned;
import com.example.suite.kinds.Referred;
import com.example.suite.kinds.Rounds;
import com.example.suite.kinds.Shapes;
import com.example.suite.kinds.Spread;
import com.example.suite.kinds.Stages;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Rule;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Small programs whose names are their verdicts: a field, or for library objects a method, that
 * starts with {@code racy} has a likely finding, one with {@code safe} has none; a class that
 * starts with {@code Dead} has a likely cycle, one with {@code Live} has none.
 */
class SuiteTest {
  private static final Class<?>[] RACES = {
    Monitors.class,
    Locks.class,
    PassedLocks.class,
    Annotated.class,
    Started.class,
    HandedOver.class,
    Served.class,
    Guarded.class,
    Joins.class,
    Owned.class,
    OneShots.class,
    Shapes.class,
    Spread.class,
    Referred.class,
    Fresh.class,
    Named.class,
    Rounds.class,
    Stages.class
  };

  private static final Class<?>[] DEADLOCKS = {
    Deadlocks.class, Orders.class, Waits.class, Linked.class, Named.class
  };

  private static List<Finding> likely;

  @BeforeAll
  static void analyze() {
    List<Finding> all = new ArrayList<>();
    for (Class<?> program : RACES) {
      all.addAll(Analyzed.of(program));
    }
    for (Class<?> program : DEADLOCKS) {
      all.addAll(Analyzed.of(program));
    }
    likely = all.stream().filter(each -> each.certainty() == Certainty.LIKELY).toList();
  }

  @Test
  void everyFieldHasItsVerdict() {
    Set<String> racy = new TreeSet<>();
    Set<String> safe = new TreeSet<>();
    for (Class<?> program : RACES) {
      fields(program, racy, safe);
    }
    Set<String> found = new TreeSet<>();
    for (Finding each : likely) {
      String member = each.members().get(0);
      if (each.cycle().isEmpty() && !member.startsWith("java.") && !member.endsWith("[]")) {
        found.add(member);
      }
    }
    tell("races", racy, safe.size(), found);
    assertThat(found).containsExactlyElementsOf(racy);
    assertThat(racy).hasSizeGreaterThanOrEqualTo(136);
    assertThat(safe).hasSizeGreaterThanOrEqualTo(177);
  }

  /** The yardstick's figures, for the build's log. */
  private static void tell(String what, Set<String> bad, int good, Set<String> found) {
    long hits = found.stream().filter(bad::contains).count();
    System.out.printf(
        "%s: %d of %d found, %d false among %d that are none%n",
        what, hits, bad.size(), found.size() - hits, good);
  }

  private static void fields(Class<?> type, Set<String> racy, Set<String> safe) {
    for (Field field : type.getDeclaredFields()) {
      String name = type.getName() + "." + field.getName();
      if (field.getName().startsWith("racy")) {
        racy.add(name);
      } else if (field.getName().startsWith("safe")) {
        safe.add(name);
      }
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      fields(nested, racy, safe);
    }
  }

  @Test
  void libraryObjectsAndElements() {
    Set<String> methods = new TreeSet<>();
    for (Finding each : likely) {
      String member = each.members().get(0);
      if (each.rule() == Rule.API_RACE || member.endsWith("[]") || member.startsWith("java.")) {
        methods.add(named(each));
      }
    }
    assertThat(methods)
        .containsExactly(
            "racyCell",
            "racyFill",
            "racyList",
            "racyMap",
            "racyMap in Streams",
            "racyRefDeclared",
            "racyRefExact",
            "racyRefField",
            "racyRefFuture",
            "racyRefSubmit",
            "racyRefText");
  }

  /** The method of the suite that shows it. */
  private static String named(Finding finding) {
    Set<String> names = new TreeSet<>();
    finding
        .accesses()
        .forEach(
            access -> {
              List<Frame> frames = new ArrayList<>(access.stack());
              if (access.thread() != null) {
                frames.addAll(access.thread().started());
              }
              for (Frame frame : frames) {
                if (frame.method().startsWith("racy") || frame.method().startsWith("safe")) {
                  boolean stream = frame.className().endsWith("Streams");
                  boolean map = frame.method().equals("racyMap");
                  names.add(frame.method() + (stream && map ? " in Streams" : ""));
                }
              }
            });
    return String.join(",", names);
  }

  /** A field that starts with {@code mayRace} has a finding, but not a likely one. */
  @Test
  void doubtIsSaid() {
    Set<String> found = new TreeSet<>();
    for (Finding each : Analyzed.of(OneShots.class)) {
      String member = each.members().get(0);
      if (each.certainty() == Certainty.POSSIBLE) {
        found.add(member.substring(member.lastIndexOf('.') + 1));
      }
    }
    assertThat(found).containsExactly("mayRaceHandedOn", "mayRaceSetBack");
  }

  @Test
  void everyDeadlockAndNoOther() {
    Set<String> dead = new TreeSet<>();
    Set<String> live = new TreeSet<>();
    for (Class<?> program : DEADLOCKS) {
      for (Class<?> nested : program.getDeclaredClasses()) {
        (nested.getSimpleName().startsWith("Dead") ? dead : live).add(nested.getSimpleName());
      }
    }
    Set<String> found = new TreeSet<>();
    for (Finding each : likely) {
      for (CycleEdge edge : each.cycle()) {
        for (Frame frame : edge.wantsAt()) {
          String name = frame.className();
          found.add(name.substring(name.indexOf('$') + 1));
        }
      }
    }
    tell("deadlocks", dead, live.size(), found);
    assertThat(found).containsExactlyElementsOf(dead);
    assertThat(dead).hasSizeGreaterThanOrEqualTo(14);
    assertThat(live).hasSizeGreaterThanOrEqualTo(22);
  }
}
