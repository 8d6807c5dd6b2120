package io.racewatch.cli;

import io.racewatch.engine.traces.TraceDeadlock;
import io.racewatch.engine.traces.TraceRace;
import io.racewatch.engine.traces.TraceReport;
import java.util.ArrayList;
import java.util.List;

/** What a trace shows for people. */
final class TraceText {
  /** Ruled-out cycles that are told one by one, unless all are asked for. */
  private static final int RULED_OUT = 20;

  private TraceText() {}

  static List<String> lines(String file, TraceReport report, boolean all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        file
            + ": "
            + count(report.events(), "event")
            + ", "
            + count(report.races().size(), "race")
            + ", "
            + count(report.deadlocks().size(), "lock cycle")
            + verdicts(report));
    for (TraceRace race : report.races()) {
      lines.add(
          "  race on " + race.variable() + ": " + side(race.first(), race.firstBy()) + ", and");
      lines.add("    " + side(race.second(), race.secondBy()) + "; nothing orders them");
    }
    int ruledOut = 0;
    for (TraceDeadlock deadlock : report.deadlocks()) {
      if (!deadlock.verdict().equals("ruled-out") || all || ruledOut++ < RULED_OUT) {
        add(deadlock, lines);
      }
    }
    if (ruledOut > RULED_OUT) {
      lines.add("  and " + (ruledOut - RULED_OUT) + " more that are ruled out (--verbose)");
    }
    report.notes().forEach(note -> lines.add("  note: " + note));
    return lines;
  }

  private static void add(TraceDeadlock deadlock, List<String> lines) {
    String reason = deadlock.reason().isEmpty() ? "" : " (" + deadlock.reason() + ")";
    lines.add(
        "  deadlock " + deadlock.verdict() + reason + " on lines " + join(deadlock.acquires()));
    deadlock.sides().forEach(side -> lines.add("    " + side));
    lines.add("    why: " + deadlock.explanation());
    for (int i = 0; i < deadlock.schedule().size(); i++) {
      lines.add("    " + (i + 1) + ". " + deadlock.schedule().get(i));
    }
  }

  private static String join(List<Integer> numbers) {
    return String.join(", ", numbers.stream().map(n -> Integer.toString(n)).toList());
  }

  private static String side(int line, String does) {
    return "line " + line + " (" + does + ")";
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String verdicts(TraceReport report) {
    if (report.deadlocks().isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (String verdict : List.of("witnessed", "possible", "ruled-out")) {
      long n = report.deadlocks().stream().filter(d -> d.verdict().equals(verdict)).count();
      parts.add(n + " " + verdict);
    }
    return " (" + String.join(", ", parts) + ")";
  }
}
