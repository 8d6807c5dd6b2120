package io.racewatch.trace.lock;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the acquires that were made while other locks were held. */
public final class NestedAcquires {
  private record Key(int thread, int lock, int set) {}

  /** Events of one kind; grows. */
  private static final class Events {
    private int[] events = new int[4];
    private int size;

    void add(int event) {
      if (size == events.length) {
        events = Arrays.copyOf(events, size * 2);
      }
      events[size++] = event;
    }

    int[] toArray() {
      return Arrays.copyOf(events, size);
    }
  }

  private NestedAcquires() {}

  /** All of a trace, by their first events. */
  public static List<NestedAcquire> of(Trace trace) {
    Holds holds = new Holds(trace.threads().size(), trace.locks().size());
    Map<Key, Events> found = new LinkedHashMap<>();
    for (int e = 0; e < trace.size(); e++) {
      int t = trace.thread(e);
      if (trace.op(e) == Op.ACQUIRE) {
        int before = holds.set(t);
        int lock = trace.operand(e);
        if (holds.acquire(t, lock) == Holds.Kind.OUTERMOST && before != 0) {
          found.computeIfAbsent(new Key(t, lock, before), k -> new Events()).add(e);
        }
      } else if (trace.op(e) == Op.RELEASE) {
        holds.release(t, trace.operand(e));
      }
    }
    List<NestedAcquire> all = new ArrayList<>();
    found.forEach(
        (k, events) ->
            all.add(
                new NestedAcquire(
                    all.size(), k.thread(), k.lock(), holds.locks(k.set()), events.toArray())));
    return all;
  }
}
