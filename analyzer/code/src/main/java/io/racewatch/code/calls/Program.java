package io.racewatch.code.calls;

import io.racewatch.code.api.Meanings;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** All facts of a program. Immutable once built. */
public final class Program {
  private static final int STORES_KEPT = 8;

  private final ClassTable classes;
  private final Paths paths;
  private final Meanings meanings;
  private final Map<String, MethodBody> bodies = new HashMap<>();
  private final Map<String, List<Stored>> stores = new HashMap<>();
  private final Set<String> made = new HashSet<>();

  /** A reference that some method puts into a field. */
  public record Stored(Path value, Path base, MethodBody in) {}

  Program(ClassTable classes, Paths paths, Meanings meanings) {
    this.classes = classes;
    this.paths = paths;
    this.meanings = meanings;
    for (ClassFacts facts : classes.all()) {
      for (MethodBody body : facts.bodies().values()) {
        bodies.put(body.key(), body);
        body.events().forEach(event -> index(event, body));
      }
    }
    paths.follow(this::held);
  }

  /** What a constructor puts into a field, if nothing else is ever put there. */
  private Path held(Path made, String field) {
    List<Stored> all = stores(field);
    if (all.size() != 1) {
      return null;
    }
    Stored only = all.get(0);
    MethodBody in = only.in();
    boolean own = in.name().equals("<init>") && only.base() != null && only.base().isParam(0);
    int given = only.value().is(Path.Kind.PARAM) ? only.value().index() - 1 : -1;
    boolean fits = Type.getArgumentTypes(in.descriptor()).length == made.children().size();
    boolean known = own && fits && given >= 0 && in.owner().equals(made.type());
    return known ? made.children().get(given) : null;
  }

  private void index(Event event, MethodBody body) {
    if (event instanceof Event.FieldAccess access && access.write() && access.value() != null) {
      List<Stored> list = stores.computeIfAbsent(access.field(), k -> new ArrayList<>());
      if (list.size() < STORES_KEPT && !access.value().is(Path.Kind.NULL)) {
        list.add(new Stored(access.value(), access.base(), body));
      }
    } else if (event instanceof Event.Call call && call.name().equals("<init>")) {
      Path object = call.arguments().get(0);
      if (object.is(Path.Kind.MADE)) {
        made.add(object.type());
      }
    }
  }

  public ClassTable classes() {
    return classes;
  }

  public Paths paths() {
    return paths;
  }

  public Meanings meanings() {
    return meanings;
  }

  /** By owner, name and descriptor; or null. */
  public MethodBody body(String key) {
    return bodies.get(key);
  }

  /** All bodies. */
  public Iterable<MethodBody> bodies() {
    return bodies.values();
  }

  /** How many bodies there are. */
  public int size() {
    return bodies.size();
  }

  /** References that are put into a field, a few; null is left out. */
  public List<Stored> stores(String field) {
    return stores.getOrDefault(field, List.of());
  }

  /** Whether the program makes objects of exactly this class. */
  public boolean makes(String type) {
    return made.contains(type);
  }
}
