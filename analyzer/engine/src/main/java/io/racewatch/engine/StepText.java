package io.racewatch.engine;

import io.racewatch.graph.Step;
import io.racewatch.model.Frame;
import java.util.List;

/** Steps of synchronisation in words. */
final class StepText {
  private final RunData run;

  StepText(RunData run) {
    this.run = run;
  }

  /** All steps in time order, as one sentence without its full stop. */
  String chain(List<Step> steps) {
    return String.join("; then ", steps.stream().map(this::step).toList());
  }

  String step(Step step) {
    String from = run.threadName(step.fromThread());
    String to = run.threadName(step.toThread());
    String what = step.through().what();
    Frame at = step.through().at();
    return sentence(step.through().kind(), from, to, what) + (at == null ? "" : " at " + at);
  }

  private static String sentence(String kind, String from, String to, String what) {
    String name = what.isEmpty() ? "" : " " + what;
    return switch (kind) {
      case "start" -> from + " started " + to;
      case "join" -> to + " waited for the end of " + from;
      case "monitor", "lock" ->
          from + " released" + or(name, " a " + kind) + ", which " + to + " then took";
      case "volatile" ->
          from + " wrote" + or(name, " a volatile variable") + ", which " + to + " then read";
      case "task" -> from + " submitted a task, which " + to + " ran";
      case "future" -> from + " completed a result, which " + to + " got";
      case "element" ->
          from + " put an element into" + or(name, " a collection") + ", which " + to + " took out";
      case "latch", "barrier" ->
          from + " arrived at" + or(name, " a " + kind) + ", and " + to + " passed it";
      case "class-init" -> from + " initialised" + or(name, " a class") + ", which " + to + " used";
      case "interrupt" -> from + " interrupted " + to;
      default -> from + " published to " + to + (what.isEmpty() ? "" : " through " + what);
    };
  }

  private static String or(String name, String otherwise) {
    return name.isEmpty() ? otherwise : name;
  }

  /** The kind as reports name it. */
  static String kind(Step step) {
    String kind = step.through().kind();
    return kind.equals("start") || kind.equals("join") ? "thread-" + kind : kind;
  }
}
