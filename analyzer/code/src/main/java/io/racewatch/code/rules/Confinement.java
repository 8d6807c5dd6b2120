package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Touch;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Classes that ask whether the thread that runs is theirs: event loops and what lives on them.
 * Which thread uses their fields is decided as the program runs.
 */
final class Confinement {
  private static final Set<String> QUESTIONS =
      Set.of(
          "inEventLoop",
          "isInEventLoop",
          "assertInEventLoop",
          "isEventDispatchThread",
          "isDispatchThread",
          "isFxApplicationThread",
          "isOnEventLoopThread",
          "checkThread");

  private final Program program;
  private final Map<String, Boolean> known = new HashMap<>();

  Confinement(Program program) {
    this.program = program;
  }

  /** Whether the class whose field is used is one. */
  boolean of(Touch touch) {
    Path object = touch.object();
    boolean field = touch.kind() == Touch.Kind.FIELD;
    boolean held = object != null && (object.is(Path.Kind.FIELD) || object.is(Path.Kind.STATIC));
    String key = field ? touch.member() : held ? object.name() : null;
    return key != null && key.indexOf('.') > 0 && of(key.substring(0, key.lastIndexOf('.')));
  }

  private boolean of(String type) {
    return known.computeIfAbsent(type, this::asks);
  }

  private boolean asks(String type) {
    ClassFacts facts = program.classes().get(type);
    if (facts == null) {
      return false;
    }
    for (MethodBody body : facts.bodies().values()) {
      if (QUESTIONS.contains(body.name())) {
        return true;
      }
      for (Event event : body.events()) {
        if (event instanceof Event.Call call && QUESTIONS.contains(call.name())) {
          return true;
        }
      }
    }
    return false;
  }
}
