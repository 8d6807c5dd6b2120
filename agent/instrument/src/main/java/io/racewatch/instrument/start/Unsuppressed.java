package io.racewatch.instrument.start;

import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.model.ThreadRef;
import io.racewatch.model.suppress.SuppressionException;
import io.racewatch.model.suppress.Suppressions;
import io.racewatch.runtime.LineFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps races that a suppression speaks of from being told while the program runs. Reads the files
 * when the first race is found, so that a clean start does not wait for them. Used by one thread at
 * a time: the watchdog, then the one that ends the JVM.
 */
final class Unsuppressed implements LineFilter {
  private static final ThreadRef SOME = new ThreadRef("", 0, false, List.of(), List.of());

  private final Path file;
  private Suppressions suppressions;

  /**
   * Makes one.
   *
   * @param file the user's, or null
   */
  Unsuppressed(Path file) {
    this.file = file;
  }

  @Override
  public synchronized boolean isWanted(String[] members, StackTraceElement[][] stacks) {
    if (suppressions == null) {
      suppressions = load();
    }
    List<Access> sides = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      sides.add(
          new Access(members[i], Operation.WRITE, "plain", "", SOME, frames(stacks[i]), List.of()));
    }
    return suppressions.reason(finding(List.of(members), sides)) == null;
  }

  private Suppressions load() {
    try {
      return Suppressions.load(file, LocalDate.now());
    } catch (IOException | SuppressionException said) {
      return Suppressions.of(List.of(), LocalDate.now()); // the report at the end tells of it
    }
  }

  private static List<Frame> frames(StackTraceElement[] stack) {
    List<Frame> frames = new ArrayList<>();
    for (StackTraceElement e : stack) {
      String source = e.getFileName() == null ? "" : e.getFileName();
      frames.add(new Frame(e.getClassName(), e.getMethodName(), source, e.getLineNumber()));
    }
    return frames;
  }

  private static Finding finding(List<String> members, List<Access> sides) {
    return new Finding(
        "",
        Rule.DATA_RACE,
        Certainty.CERTAIN,
        Evidence.DYNAMIC,
        Scope.OWN,
        Status.NEW,
        null,
        "",
        members,
        1,
        sides,
        List.of(),
        new Explanation("", "", null, null),
        List.of());
  }
}
