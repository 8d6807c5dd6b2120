package io.racewatch.trace.witness;

import io.racewatch.trace.Op;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes the {@link Slice} for one choice of acquires. */
final class SliceBuilder {
  private static final int MANY = -2;

  private final History history;
  private final Respect respect;
  private final int[] must;
  private final int[] limits;
  private final int[] acquires;
  private final Map<Integer, Integer> lockUsers = new HashMap<>();
  private final Map<Integer, Integer> variableUsers = new HashMap<>();
  private final Map<Integer, Boolean> read = new HashMap<>();
  private final Map<Integer, Integer> locks = new HashMap<>();
  private final Map<Integer, Integer> variables = new HashMap<>();
  private final Map<Integer, Integer> indexOfEvent = new HashMap<>();
  private final Slice.Events events = new Slice.Events();
  private final int[] threads;
  private final int[] localOf;
  private final int[] start;
  private final int[] mustEnd;

  private SliceBuilder(History history, Respect respect, int[] must, int[] limits, int[] acquires) {
    this.history = history;
    this.respect = respect;
    this.must = must;
    this.limits = limits;
    this.acquires = acquires;
    localOf = new int[limits.length];
    Arrays.fill(localOf, -1);
    threads = new int[(int) Arrays.stream(limits).filter(n -> n > 0).count()];
    int n = 0;
    for (int t = 0; t < limits.length; t++) {
      if (limits[t] > 0) {
        localOf[t] = n;
        threads[n++] = t;
      }
    }
    start = new int[n + 1];
    mustEnd = new int[n];
  }

  /** The slice, or null if it has more than so many events. */
  static Slice build(History history, Respect respect, int[] must, int[] acquires, int largest) {
    int[] limits = new Extent(history, respect, must, acquires).limits(16L * largest);
    if (limits == null) {
      return null;
    }
    SliceBuilder builder = new SliceBuilder(history, respect, must, limits, acquires);
    builder.findUsers();
    builder.collect();
    return builder.events.size() > largest ? null : builder.slice();
  }

  private void findUsers() {
    for (int t : threads) {
      for (int at = 0; at < limits[t]; at++) {
        int e = history.event(t, at);
        Op op = history.trace.op(e);
        if (op.isOnLock()) {
          use(lockUsers, history.trace.operand(e), t);
        } else if (op.isAccess()) {
          use(variableUsers, history.trace.operand(e), t);
          if (op == Op.READ && respect.binds(history, e)) {
            read.put(history.trace.operand(e), true);
          }
        }
      }
    }
  }

  private static void use(Map<Integer, Integer> users, int what, int by) {
    users.merge(what, by, (a, b) -> a.equals(b) ? a : Integer.valueOf(MANY));
  }

  private void collect() {
    for (int local = 0; local < threads.length; local++) {
      int t = threads[local];
      start[local] = events.size();
      if (history.forkOf(t) != History.NONE) {
        events.add(Slice.AWAIT, 0, 0, History.NONE, false);
      }
      mustEnd[local] = events.size();
      for (int at = 0; at < limits[t]; at++) {
        add(history.event(t, at));
        if (at < must[t]) {
          mustEnd[local] = events.size();
        }
      }
    }
    start[threads.length] = events.size();
  }

  private void add(int e) {
    int x = history.trace.operand(e);
    int index = events.size();
    switch (history.trace.op(e)) {
      case READ -> {
        boolean bound = respect.binds(history, e);
        if (bound && (isShared(x) || !isInside(history.writer(e)))) {
          events.add(Slice.READ, number(variables, x), 0, e, false);
        }
      }
      case WRITE -> {
        if (isShared(x)) {
          events.add(Slice.WRITE, number(variables, x), 0, e, false);
        }
      }
      case ACQUIRE -> {
        if (history.isOutermost(e) && lockUsers.get(x) == MANY) {
          events.add(Slice.ACQUIRE, number(locks, x), 0, e, isKept(e));
        }
      }
      case RELEASE -> {
        boolean gives = history.isOutermost(e) || e == history.givenBack(x);
        if (gives && lockUsers.get(x) == MANY) {
          events.add(Slice.RELEASE, number(locks, x), 0, e, false);
        }
      }
      case JOIN -> {
        if (history.lastJoined(e) != History.NONE) {
          events.add(Slice.AWAIT, 0, 0, e, false);
        }
      }
      default -> {}
    }
    if (events.size() > index) {
      indexOfEvent.put(e, index);
    }
  }

  private boolean isKept(int acquire) {
    int release = history.matching(acquire);
    return release == History.NONE || !isInside(release);
  }

  private boolean isShared(int variable) {
    return variableUsers.get(variable) == MANY && read.containsKey(variable);
  }

  private boolean isInside(int event) {
    return event == History.NONE || history.position(event) < limits[history.trace.thread(event)];
  }

  private static int number(Map<Integer, Integer> numbers, int of) {
    return numbers.computeIfAbsent(of, k -> numbers.size());
  }

  private Slice slice() {
    for (int local = 0; local < threads.length; local++) {
      resolve(local);
    }
    int[] owners = new int[locks.size()];
    Arrays.fill(owners, -1);
    locks.forEach(
        (lock, number) -> {
          int given = history.givenBack(lock);
          if (given != History.NONE && localOf[history.trace.thread(given)] >= 0) {
            owners[number] = localOf[history.trace.thread(given)];
          }
        });
    boolean[] inPattern = new boolean[threads.length];
    for (int e : acquires) {
      inPattern[localOf[history.trace.thread(e)]] = true;
    }
    return new Slice(
        history, threads, start, mustEnd, limits, inPattern, events, owners, variables.size());
  }

  /** Fills in what the events of a thread wait for, now that all have numbers. */
  private void resolve(int local) {
    for (int i = start[local]; i < start[local + 1]; i++) {
      int e = events.event(i);
      if (events.op(i) == Slice.AWAIT) {
        int awaited = e == History.NONE ? history.forkOf(threads[local]) : history.lastJoined(e);
        await(i, awaited);
      } else if (events.op(i) == Slice.READ) {
        int writer = history.writer(e);
        if (!isInside(writer)) {
          events.never(i);
        } else {
          events.need(i, writer == History.NONE ? -1 : indexOfEvent.get(writer));
        }
      }
    }
  }

  private void await(int i, int awaited) {
    int of = localOf[history.trace.thread(awaited)];
    if (of < 0 || !isInside(awaited)) {
      events.never(i);
      return;
    }
    int low = start[of];
    int high = start[of + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      int event = events.event(middle);
      if (event == History.NONE || history.position(event) <= history.position(awaited)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    events.await(i, of, low);
  }
}
