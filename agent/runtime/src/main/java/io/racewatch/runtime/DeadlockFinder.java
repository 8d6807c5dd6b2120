package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Blocked;
import io.racewatch.format.Entry.Place;
import io.racewatch.runtime.log.Stacks;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds threads that wait for each other: a cycle in "wants a lock that is owned by", platform and
 * virtual threads alike. The fields of other threads are read without order, so a cycle counts only
 * when it is there, unchanged, in two looks that follow one another.
 */
final class DeadlockFinder {
  private static final int LONGEST = 64;

  private List<ThreadState> suspects = List.of();
  private List<LockClock> wanted = List.of();
  private final List<ThreadState> reported = new ArrayList<>();
  private int lastId;

  /** One look; true when a deadlock was written that was not known before. */
  boolean look() {
    List<ThreadState> cycle = cycle();
    List<LockClock> wants = new ArrayList<>();
    for (ThreadState t : cycle) {
      wants.add(t.wants);
    }
    boolean stable = !cycle.isEmpty() && same(cycle, suspects) && same(wants, wanted);
    suspects = cycle;
    wanted = wants;
    if (!stable) {
      return false;
    }
    reported.addAll(cycle);
    write(cycle, wants);
    return true;
  }

  private static boolean same(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  private List<ThreadState> cycle() {
    for (ThreadState start : Threads.states()) {
      if (start.wants == null || reported.contains(start)) {
        continue;
      }
      List<ThreadState> path = new ArrayList<>();
      ThreadState t = start;
      while (t != null && path.size() < LONGEST) {
        path.add(t);
        LockClock lock = t.wants;
        t = lock == null ? null : lock.owner;
        if (t == start) {
          return path.size() > 1 ? path : List.of();
        }
      }
    }
    return List.of();
  }

  private void write(List<ThreadState> cycle, List<LockClock> wants) {
    Blocked[] blocked = new Blocked[cycle.size()];
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < blocked.length; i++) {
      ThreadState t = cycle.get(i);
      LockClock held = wants.get((i + blocked.length - 1) % blocked.length);
      blocked[i] = blocked(t, held, wants.get(i));
      names.append(i == 0 ? "" : ", ").append(t.info.name());
    }
    Recorder.append(new Entry.Deadlock(++lastId, blocked));
    Recorder.flush();
    Findings.add("deadlock: " + names + " wait for each other");
    Findings.print();
  }

  private static Blocked blocked(ThreadState t, LockClock held, LockClock wants) {
    Threads.tell(t.info);
    Held hold = Held.find(t.held, held);
    int site = hold == null ? 0 : hold.site;
    Place at = Sites.place(site);
    Thread thread = t.info.thread();
    StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    return new Blocked(
        t.info.uid,
        t.info.name(),
        new Entry.Held(held.number(site), "exclusive", at),
        new Place[] {at},
        wants.number(t.wantsSite),
        "",
        Stacks.of(stack));
  }
}
