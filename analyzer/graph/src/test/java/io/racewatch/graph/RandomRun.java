package io.racewatch.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * A random execution, recorded as the runtime records it, with the order of its accesses known by
 * naive transitive closure.
 */
final class RandomRun {
  /** An access: where it stands in the closure, and its moment. */
  record Access(int node, int thread, Moment moment) {}

  private static final class Thread {
    int uid;
    int slot;
    int clock;
    long acquires;
    int lastNode = -1;
  }

  private record Release(int slot, int clock, int node) {}

  final List<Access> accesses = new ArrayList<>();
  final SyncLog log;
  private final List<BitSet> before = new ArrayList<>();
  private final Random random;
  private final SyncLog.Builder builder = new SyncLog.Builder(Integer.MAX_VALUE);
  private final List<Thread> threads = new ArrayList<>();
  private final List<Integer> freeSlots = new ArrayList<>();
  private final int[] clockOfSlot = new int[128];
  private int slots;
  private int uids;

  RandomRun(long seed) {
    random = new Random(seed);
    List<List<Release>> objects = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      objects.add(new ArrayList<>());
    }
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      threads.add(newThread());
    }
    int steps = 5 + random.nextInt(60);
    for (int i = 0; i < steps; i++) {
      step(threads.get(random.nextInt(threads.size())), objects);
    }
    log = builder.build();
  }

  boolean ordered(Access a, Access b) {
    return a.node() == b.node() || before.get(b.node()).get(a.node());
  }

  private void step(Thread t, List<List<Release>> objects) {
    List<Release> object = objects.get(random.nextInt(objects.size()));
    switch (random.nextInt(10)) {
      case 0 -> replace(t);
      case 1 -> changeSlot(t);
      case 2, 3, 4 -> {
        int node = node(t);
        object.add(new Release(t.slot, t.clock, node));
        t.clock++;
      }
      case 5, 6, 7 -> acquire(t, object);
      default -> accesses.add(new Access(node(t), t.uid, moment(t)));
    }
  }

  /** One acquire can take several releases over: a volatile joins all of its writers. */
  private void acquire(Thread t, List<Release> object) {
    if (object.isEmpty()) {
      return;
    }
    int node = node(t);
    t.acquires++;
    int n = 1 + random.nextInt(2);
    for (int i = 0; i < n; i++) {
      Release r = object.get(random.nextInt(object.size()));
      builder.edge(r.slot, r.clock, moment(t), new EdgeLabel("kind" + i, "o", null));
      before.get(node).set(r.node);
      before.get(node).or(before.get(r.node));
    }
  }

  /** The thread ends; another one may count on in its slot, unordered with it. */
  private void replace(Thread t) {
    clockOfSlot[t.slot] = t.clock + 1;
    freeSlots.add(t.slot);
    threads.set(threads.indexOf(t), newThread());
  }

  private void changeSlot(Thread t) {
    clockOfSlot[t.slot] = t.clock + 1;
    freeSlots.add(t.slot);
    takeSlot(t);
  }

  private Thread newThread() {
    Thread t = new Thread();
    t.uid = ++uids;
    takeSlot(t);
    return t;
  }

  private void takeSlot(Thread t) {
    boolean reuse = !freeSlots.isEmpty() && random.nextBoolean();
    t.slot = reuse ? freeSlots.remove(random.nextInt(freeSlots.size())) : slots++;
    t.clock = Math.max(1, clockOfSlot[t.slot]);
    builder.slotTaken(t.uid, t.slot, t.clock);
  }

  private int node(Thread t) {
    BitSet known = new BitSet();
    if (t.lastNode >= 0) {
      known.or(before.get(t.lastNode));
      known.set(t.lastNode);
    }
    before.add(known);
    t.lastNode = before.size() - 1;
    return t.lastNode;
  }

  private static Moment moment(Thread t) {
    return new Moment(t.slot, t.clock, t.acquires);
  }
}
