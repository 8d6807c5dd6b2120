package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.Alert;
import io.racewatch.model.Alert.Kind;
import io.racewatch.model.Frames;
import java.util.ArrayList;
import java.util.List;

/** What makes the silence of a run prove less than it seems. */
final class Alerts {
  private final RunData run;
  private final Scopes scopes;
  private final List<Alert> alerts = new ArrayList<>();

  Alerts(RunData run, Scopes scopes) {
    this.run = run;
    this.scopes = scopes;
  }

  /** The worst first. */
  List<Alert> all() {
    if (!Boolean.TRUE.equals(run.canary)) {
      add(
          Kind.BLIND,
          run.canary == null
              ? "The run ended before the race that is planted at the start was looked for"
              : "The race that is planted at the start was not found");
    }
    faults();
    failures();
    unwatched();
    if (run.isLate()) {
      add(
          Kind.LATE,
          "racewatch was attached to a program that already ran, so no race is certain and races"
              + " with what happened before are missed");
    }
    if (run.damage != null) {
      add(Kind.DAMAGED, run.damage);
    }
    return alerts;
  }

  private void faults() {
    List<String> faults = run.notes.stream().filter(n -> n.startsWith(Entry.FAULT)).toList();
    if (!faults.isEmpty()) {
      add(
          Kind.BLIND,
          "racewatch itself failed in places: races may be missed, and orders too, so no race is"
              + " certain; first: "
              + faults.get(0));
    }
  }

  /** Classes of the user's own that run unwoven, and classes of the JDK that lack their hooks. */
  private void failures() {
    List<Entry.ClassFailed> failed =
        run.failures.stream()
            .filter(f -> !f.reason().startsWith(Entry.METHOD))
            .filter(f -> Frames.isJdk(f.className()) || scopes.ownClass(f.className()))
            .toList();
    if (!failed.isEmpty()) {
      Entry.ClassFailed first = failed.get(0);
      String count = failed.size() == 1 ? "A class" : failed.size() + " classes";
      add(
          Kind.BLIND,
          count
              + " could not be watched (name them in 'exclude' to accept that); first: "
              + first.className()
              + ": "
              + first.reason());
    }
  }

  private void unwatched() {
    Entry.Classes classes = run.classes;
    boolean races =
        !run.meta("mode", "full").equals("locks")
            && run.meta(Entry.DETECT, "races").contains("races");
    if (races && classes.instrumented() == 0 && classes.skipped() + classes.failed() > 0) {
      add(
          Kind.UNWATCHED,
          "None of the program's classes was watched: "
              + classes.skipped()
              + " were excluded or skipped, "
              + classes.failed()
              + " failed; see 'include' and 'exclude'");
    }
  }

  private void add(Kind kind, String text) {
    alerts.add(new Alert(kind, text));
  }
}
