package io.racewatch.code.rules;

import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Locks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The locks that every call of a method in the program holds, by the names of {@link Guards} as the
 * method itself would give them; none of a method that others may call.
 */
final class EntryLocks {
  private static final int DEEPEST = 12;
  private static final int CALLERS = 60;

  private final View view;
  private final Map<MethodBody, List<From>> callers = new HashMap<>();
  private final Map<MethodBody, Entry> known = new HashMap<>();
  private final Set<MethodBody> open = new HashSet<>();

  private record From(MethodBody in, Event.Call call) {}

  /**
   * What is held when a method begins.
   *
   * @param locks held at every call, with the weakest mode
   * @param unknown whether more may be held
   */
  record Entry(Map<String, Held.Mode> locks, boolean unknown) {
    static final Entry NONE = new Entry(Map.of(), false);
    static final Entry UNKNOWN = new Entry(Map.of(), true);
  }

  EntryLocks(View view) {
    this.view = view;
    for (MethodBody body : view.program().bodies()) {
      for (Event event : body.events()) {
        if (event instanceof Event.Call call && !call.meaning().jdk()) {
          for (MethodBody target : view.summaries().targets().of(call)) {
            callers.computeIfAbsent(target, k -> new ArrayList<>()).add(new From(body, call));
          }
        }
      }
    }
  }

  Entry of(MethodBody body) {
    Entry entry = known.get(body);
    if (entry != null) {
      return entry;
    }
    if (view.isRoot(body)) {
      return Entry.NONE;
    }
    List<From> all = callers.getOrDefault(body, List.of());
    // Bodies of lambdas are run by whoever has them, which may hold locks.
    if (all.isEmpty() || all.size() > CALLERS || open.size() >= DEEPEST) {
      return Entry.UNKNOWN;
    }
    open.add(body);
    entry = meet(all);
    open.remove(body);
    known.put(body, entry);
    return entry;
  }

  private Entry meet(List<From> all) {
    Map<String, Held.Mode> common = null;
    boolean unknown = false;
    for (From from : all) {
      if (!open.contains(from.in)) {
        Entry at = at(from);
        unknown |= at.unknown;
        if (common == null) {
          common = new HashMap<>(at.locks);
        } else {
          common.keySet().retainAll(at.locks.keySet());
          common.replaceAll((k, mode) -> mode == Held.Mode.EXCLUSIVE ? at.locks.get(k) : mode);
        }
      }
    }
    return common == null ? Entry.NONE : new Entry(common, unknown);
  }

  /** What is held at one call, as what is called sees it. */
  private Entry at(From from) {
    Event.Call call = from.call;
    Path receiver = call.instance() ? call.arguments().get(0) : null;
    Map<String, Held.Mode> held = new HashMap<>();
    boolean unknown = false;
    for (Locks.Use use : view.summaries().lockNames().of(call, from.in).uses()) {
      String name = Guards.name(use, receiver);
      unknown |= name.equals(Guards.SOME);
      held.put(name, use.mode());
    }
    Entry outer = of(from.in);
    boolean same = receiver != null && receiver.isParam(0);
    for (Map.Entry<String, Held.Mode> each : outer.locks.entrySet()) {
      boolean own = each.getKey().startsWith("this");
      unknown |= own && !same;
      if (!own || same) {
        held.putIfAbsent(each.getKey(), each.getValue());
      }
    }
    held.remove(Guards.SOME);
    return new Entry(held, unknown || outer.unknown);
  }
}
