package io.racewatch.code.rules;

import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lock that most places hold that use a field, or the object in it: what they take themselves,
 * and what all their callers hold. What is done to an object by its maker does not count.
 */
final class UsualGuards {
  private final View view;
  private final EntryLocks entries;
  private final Map<String, List<Use>> uses = new HashMap<>();

  /** A place where a member is used; {@code base} is the object that has it. */
  private record Use(MethodBody in, Event event, Path base, boolean write) {
    String place() {
      return in.key() + ":" + event.line();
    }
  }

  /** What is held at one place: reads and writes of one line are one. */
  private record Place(boolean write, Map<String, Held.Mode> locks, boolean unknown) {
    boolean holds(String lock) {
      Held.Mode mode = locks.get(lock);
      return mode != null && (!write || mode == Held.Mode.EXCLUSIVE);
    }

    Place and(Place other) {
      Map<String, Held.Mode> both = new HashMap<>(locks);
      both.keySet().retainAll(other.locks.keySet());
      both.replaceAll((k, mode) -> mode == Held.Mode.EXCLUSIVE ? other.locks.get(k) : mode);
      return new Place(write || other.write, both, unknown || other.unknown);
    }
  }

  UsualGuards(View view) {
    this.view = view;
    this.entries = new EntryLocks(view);
    for (MethodBody body : view.program().bodies()) {
      for (Event event : body.events()) {
        index(body, event);
      }
    }
  }

  private void index(MethodBody in, Event event) {
    if (event instanceof Event.FieldAccess access) {
      boolean fresh = in.initializes() && (access.base() == null || access.base().isParam(0));
      if (!fresh && (access.base() == null || !access.base().is(Kind.MADE))) {
        String key = Touch.Kind.FIELD + access.field();
        add(key, new Use(in, event, access.base(), access.write()));
      }
    } else if (event instanceof Event.ArrayAccess access) {
      part(Touch.Kind.ELEMENT, access.array(), new Use(in, event, null, access.write()));
    } else if (event instanceof Event.Call call && call.instance()) {
      int effect = call.meaning().library();
      if (effect > 0) {
        part(Touch.Kind.LIBRARY, call.arguments().get(0), new Use(in, event, null, effect == 2));
      }
    }
  }

  /** What a field holds is used; what a constructor does to its own is not counted. */
  private void part(Touch.Kind kind, Path object, Use use) {
    boolean known = object.is(Kind.FIELD) || object.is(Kind.STATIC);
    boolean own = object.is(Kind.STATIC) || known && object.parent().isParam(0);
    if (known && !(use.in.initializes() && own)) {
      // As for accesses in summaries: what a static field holds is known by itself.
      Path base = object.is(Kind.STATIC) ? object : object.parent();
      add(kind + object.name(), new Use(use.in, use.event, base, use.write));
    }
  }

  private void add(String key, Use use) {
    uses.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
  }

  private static String key(Touch touch) {
    boolean field = touch.kind() == Touch.Kind.FIELD;
    return touch.kind() + (field ? touch.member() : String.valueOf(touch.object().name()));
  }

  /** The lock that more than half of the places hold, at least two; null if there is none. */
  Usual of(Touch touch) {
    Map<String, Place> places = new TreeMap<>();
    for (Use use : uses.getOrDefault(key(touch), List.of())) {
      places.merge(use.place(), place(use), Place::and);
    }
    Map<String, Integer> weights = new TreeMap<>();
    for (Place place : places.values()) {
      for (String lock : place.locks.keySet()) {
        if (!lock.startsWith("other ")) {
          weights.merge(lock, place.write ? 3 : 2, Integer::sum);
        }
      }
    }
    String best = null;
    for (Map.Entry<String, Integer> each : weights.entrySet()) {
      best = best == null || each.getValue() > weights.get(best) ? each.getKey() : best;
    }
    return best == null ? null : count(best, places);
  }

  private static Usual count(String lock, Map<String, Place> places) {
    List<String> without = new ArrayList<>();
    Set<String> holders = new TreeSet<>();
    for (Map.Entry<String, Place> each : places.entrySet()) {
      boolean holds = each.getValue().holds(lock);
      if (holds) {
        holders.add(each.getKey());
      } else if (!each.getValue().unknown) {
        without.add(each.getKey());
      }
    }
    boolean most = holders.size() >= 2 && holders.size() > without.size();
    return most ? new Usual(lock, holders, without) : null;
  }

  private Place place(Use use) {
    Map<String, Held.Mode> held = new HashMap<>();
    boolean unknown = false;
    for (Locks.Use lock : view.summaries().lockNames().of(use.event, use.in).uses()) {
      String name = Guards.name(lock, use.base);
      unknown |= name.equals(Guards.SOME);
      held.merge(name, lock.mode(), (old, more) -> old == Held.Mode.EXCLUSIVE ? old : more);
    }
    held.remove(Guards.SOME);
    EntryLocks.Entry entry = entries.of(use.in);
    boolean same = use.base != null && use.base.isParam(0);
    for (Map.Entry<String, Held.Mode> each : entry.locks().entrySet()) {
      boolean own = each.getKey().startsWith("this");
      unknown |= own && !same;
      if (!own || same) {
        held.putIfAbsent(each.getKey(), each.getValue());
      }
    }
    return new Place(use.write, held, unknown || entry.unknown());
  }
}
