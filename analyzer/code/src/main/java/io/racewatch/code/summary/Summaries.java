package io.racewatch.code.summary;

import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The summaries of all methods, made from the bottom of the call graph up. Methods that call each
 * other in a ring are done twice if they are few, once if they are many. Not thread-safe.
 */
public final class Summaries {
  /** Rings up to this size are gone through twice. */
  private static final int SMALL_RING = 40;

  /** How deep a method that is met out of order may lead to others. */
  private static final int DEEPEST = 60;

  private final Surroundings around;
  private final Program program;
  private final Map<MethodBody, Summary> done = new LinkedHashMap<>();
  private final Set<MethodBody> called = new HashSet<>();
  private final Set<MethodBody> open = new LinkedHashSet<>();
  private final Set<MethodBody> callsItself = new HashSet<>();
  private MethodBody current;

  private Summaries(Program program) {
    this.program = program;
    this.around = Surroundings.of(program);
  }

  /** Makes them all. */
  public static Summaries of(Program program) {
    Summaries all = new Summaries(program);
    all.make();
    return all;
  }

  /** The summary of a method of the program. */
  public Summary of(MethodBody body) {
    return done.get(body);
  }

  /** Whether some method of the program calls it, starts it or hands it over. */
  public boolean isCalled(MethodBody body) {
    return called.contains(body);
  }

  /** All of them. */
  public Iterable<Summary> all() {
    return done.values();
  }

  /** Which methods calls reach. */
  public Targets targets() {
    return around.targets();
  }

  /** The names of locks. */
  public LockNames lockNames() {
    return around.names();
  }

  private void make() {
    List<MethodBody> bodies = new ArrayList<>();
    Map<MethodBody, Integer> numbers = new HashMap<>();
    for (MethodBody body : program.bodies()) {
      numbers.put(body, bodies.size());
      bodies.add(body);
    }
    int[] start = new int[bodies.size() + 1];
    List<Integer> edges = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      start[i] = edges.size();
      for (MethodBody callee : callees(bodies.get(i))) {
        called.add(callee);
        edges.add(numbers.get(callee));
      }
    }
    start[bodies.size()] = edges.size();
    int[] flat = edges.stream().mapToInt(Integer::intValue).toArray();
    for (int[] ring : Components.of(start, flat)) {
      int rounds = ring.length > 1 && ring.length <= SMALL_RING ? 2 : 1;
      for (int round = 0; round < rounds; round++) {
        for (int each : ring) {
          MethodBody body = bodies.get(each);
          if (round > 0 || !done.containsKey(body)) {
            summarize(body);
          }
        }
      }
    }
  }

  private Summary summarize(MethodBody body) {
    if (program.body(body.key()) != body) {
      // It stands for a method reference: nobody but who has that one calls it.
      called.add(body);
    }
    MethodBody outer = current;
    current = body;
    open.add(body);
    Summary made = new Summarizer(around, this::get, body).summarize();
    if (callsItself.contains(body) && !done.containsKey(body)) {
      done.put(body, made);
      made = new Summarizer(around, this::get, body).summarize();
    }
    open.remove(body);
    current = outer;
    done.put(body, made);
    return made;
  }

  private Summary get(MethodBody body) {
    Summary summary = done.get(body);
    if (body == current) {
      callsItself.add(body);
    }
    if (summary == null && !open.contains(body) && open.size() < DEEPEST) {
      summary = summarize(body);
    }
    return summary;
  }

  private Set<MethodBody> callees(MethodBody body) {
    Set<MethodBody> found = new LinkedHashSet<>();
    for (Event event : body.events()) {
      if (event instanceof Event.Call call) {
        if (!call.meaning().jdk()) {
          found.addAll(around.targets().of(call));
        }
        for (Path argument : call.arguments()) {
          code(argument, found, 0);
        }
      } else if (event instanceof Event.FieldAccess access && access.value() != null) {
        code(access.value(), found, 0);
      } else if (event instanceof Event.ArrayAccess access && access.value() != null) {
        code(access.value(), found, 0);
      } else if (event instanceof Event.Return end && end.value() != null) {
        code(end.value(), found, 0);
      }
    }
    return found;
  }

  private void code(Path value, Set<MethodBody> to, int depth) {
    if (value.is(Path.Kind.LAMBDA)) {
      Path.Lambda code = value.lambda();
      MethodBody body = program.classes().resolve(code.owner(), code.name() + code.descriptor());
      if (body != null) {
        to.add(body);
      }
    }
    if (depth < 3) {
      for (Path child : value.children()) {
        code(child, to, depth + 1);
      }
    }
  }
}
