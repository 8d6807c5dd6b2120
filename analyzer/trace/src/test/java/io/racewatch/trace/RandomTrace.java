package io.racewatch.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random run: up to four threads that fork and join others, take up to three locks in any order,
 * nested, crossed and again, and read and write few variables; scheduled at random until all are at
 * their end. A run that deadlocks is cut off there.
 */
public final class RandomTrace {
  private record Act(Op op, String operand) {}

  private final Random random;
  private final int threads;
  private final int locks;
  private final int variables;
  private final List<List<Act>> programs = new ArrayList<>();
  private final Trace.Builder trace = new Trace.Builder();
  private final int[] next;
  private final boolean[] started;
  private final int[] owner;
  private final int[] depth;

  private RandomTrace(long seed, int length) {
    random = new Random(seed);
    threads = 2 + random.nextInt(3);
    locks = 2 + random.nextInt(2);
    variables = 1 + random.nextInt(2);
    next = new int[threads];
    started = new boolean[threads];
    owner = new int[locks];
    depth = new int[locks];
    java.util.Arrays.fill(owner, -1);
    boolean forks = random.nextInt(3) > 0;
    for (int t = 0; t < threads; t++) {
      programs.add(program(2 + random.nextInt(length)));
      started[t] = !forks || t == 0;
    }
    for (int t = 1; t < threads && forks; t++) {
      fork(t);
    }
  }

  /** A run with about so many events a thread at most. */
  public static Trace of(long seed, int length) {
    RandomTrace run = new RandomTrace(seed, length);
    run.run();
    return run.trace.build();
  }

  private List<Act> program(int length) {
    List<Act> acts = new ArrayList<>();
    List<Integer> held = new ArrayList<>();
    int dataShare = 1 + random.nextInt(4);
    while (acts.size() < length || !held.isEmpty()) {
      boolean ends = acts.size() >= length;
      if (!ends && random.nextInt(6) < dataShare) {
        Op op = random.nextBoolean() ? Op.READ : Op.WRITE;
        acts.add(new Act(op, "x" + random.nextInt(variables)));
      } else if (!ends && held.size() < 3 && random.nextInt(5) < 3) {
        int lock = random.nextInt(locks);
        held.add(lock);
        acts.add(new Act(Op.ACQUIRE, "l" + lock));
      } else if (!held.isEmpty()) {
        int which = random.nextInt(4) > 0 ? held.size() - 1 : random.nextInt(held.size());
        acts.add(new Act(Op.RELEASE, "l" + held.remove(which)));
      }
    }
    return acts;
  }

  private void fork(int child) {
    int parent = random.nextInt(child);
    List<Act> acts = programs.get(parent);
    int at = random.nextInt(Math.min(4, acts.size() + 1));
    acts.add(at, new Act(Op.FORK, "T" + child));
    if (random.nextInt(3) == 0) {
      int after = at + 1 + random.nextInt(acts.size() - at);
      acts.add(after, new Act(Op.JOIN, "T" + child));
    }
  }

  private void run() {
    List<Integer> ready = ready();
    while (!ready.isEmpty()) {
      int t = ready.get(random.nextInt(ready.size()));
      int steps = 1 + random.nextInt(6);
      for (int i = 0; i < steps && isReady(t); i++) {
        step(t);
      }
      ready = ready();
    }
  }

  private List<Integer> ready() {
    List<Integer> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      if (isReady(t)) {
        all.add(t);
      }
    }
    return all;
  }

  private boolean isReady(int t) {
    if (!started[t] || next[t] == programs.get(t).size()) {
      return false;
    }
    Act act = programs.get(t).get(next[t]);
    int number = Integer.parseInt(act.operand().substring(1));
    if (act.op() == Op.ACQUIRE) {
      return owner[number] < 0 || owner[number] == t;
    }
    return act.op() != Op.JOIN || started[number] && next[number] == programs.get(number).size();
  }

  private void step(int t) {
    Act act = programs.get(t).get(next[t]++);
    int number = Integer.parseInt(act.operand().substring(1));
    if (act.op() == Op.ACQUIRE) {
      owner[number] = t;
      depth[number]++;
    } else if (act.op() == Op.RELEASE) {
      owner[number] = --depth[number] == 0 ? -1 : t;
    } else if (act.op() == Op.FORK) {
      started[number] = true;
    }
    trace.add("T" + t, act.op(), act.operand(), trace.size() + 1);
  }
}
