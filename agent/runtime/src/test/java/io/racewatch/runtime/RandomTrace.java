package io.racewatch.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A random trace, played to the hooks and to the reference at once. The same seed gives the same
 * trace. What it does to variables is told to an {@link Accesses}.
 */
final class RandomTrace {
  final int seed;
  final Random random;
  final ReferenceDetector reference;
  private final int threads;
  private final Thread[] objects;
  private final boolean[] started;
  private final boolean[] ended;
  private final Accesses accesses;
  private final TraceLocks locks;
  private final Object[] posts = {new Object(), new Object()};
  private final Object[] atomics = {new Object(), new Object()};
  private final SyncClock[] volatiles = {new SyncClock((byte) 4), new SyncClock((byte) 4)};
  private final Map<String, Integer> calls = new HashMap<>();

  RandomTrace(int seed) {
    this.seed = seed;
    random = new Random(seed);
    threads = 2 + random.nextInt(5);
    objects = new Thread[threads];
    started = new boolean[threads];
    ended = new boolean[threads];
    reference = new ReferenceDetector(threads);
    for (int t = 0; t < threads; t++) {
      objects[t] = new Thread();
    }
    Threads.adopt(objects[0]);
    started[0] = true;
    Given.noRaces();
    accesses = new Accesses(this);
    locks = new TraceLocks(this);
  }

  /** Plays that many events, and returns what was accessed. */
  Accesses play(int events) {
    for (int i = 0; i < events; i++) {
      int t = random.nextInt(threads);
      if (runs(t)) {
        step(t);
      }
    }
    return accesses;
  }

  ThreadState state(int t) {
    return Threads.of(objects[t]);
  }

  boolean runs(int t) {
    return started[t] && !ended[t];
  }

  int anyThread() {
    return random.nextInt(threads);
  }

  Accesses accesses() {
    return accesses;
  }

  int call(String owner, String name) {
    return calls.computeIfAbsent(owner + "." + name, key -> Given.call(owner, name));
  }

  private void step(int t) {
    if (locks.waits(t)) {
      locks.step(t);
      return;
    }
    int kind = random.nextInt(100);
    if (kind < 40) {
      accesses.any(t);
    } else if (kind < 65) {
      locks.step(t);
    } else if (kind < 75) {
      volatileAccess(t, random.nextInt(volatiles.length), random.nextBoolean());
    } else if (kind < 82) {
      atomic(t, atomics[random.nextInt(atomics.length)]);
    } else if (kind < 87) {
      post(t, posts[random.nextInt(posts.length)]);
    } else if (kind < 94) {
      fork(t);
    } else {
      join(t);
    }
  }

  private void volatileAccess(int t, int i, boolean write) {
    if (write) {
      volatiles[i].release(state(t));
      reference.release(t, volatiles[i]);
    } else {
      volatiles[i].acquire(state(t), 0, null);
      reference.acquire(t, volatiles[i]);
    }
  }

  /** A compare-and-set that is done or not, or an update whose function accesses a variable. */
  private void atomic(int t, Object atomic) {
    ThreadState state = state(t);
    boolean update = random.nextInt(3) == 0;
    boolean done = update || random.nextBoolean();
    int mode = VarMode.ACQUIRE | VarMode.RELEASE | (update ? 0 : VarMode.IF_DONE);
    String owner = "java.util.concurrent.atomic.AtomicReference";
    int site = call(owner, update ? "updateAndGet" : "compareAndSet");
    SyncHooks.atomicBefore(atomic, mode, state, site);
    reference.acquire(t, atomic);
    if (update) {
      accesses.any(t);
    }
    SyncHooks.atomicAfter(atomic, done, mode, state, site);
    if (done) {
      reference.release(t, atomic);
    }
    reference.acquire(t, atomic);
  }

  private void post(int t, Object subject) {
    int kind = random.nextInt(3);
    if (kind == 0) {
      SyncHooks.publish(subject, state(t), 0);
      reference.release(t, subject);
    } else {
      SyncHooks.consumeIf(kind == 1, subject, state(t), 0);
      if (kind == 1) {
        reference.acquire(t, subject);
      }
    }
  }

  private void fork(int t) {
    for (int child = 0; child < threads; child++) {
      if (!started[child]) {
        started[child] = true;
        Threads.fork(objects[child], state(t));
        reference.fork(t, child);
        return;
      }
    }
  }

  private void join(int t) {
    int other = random.nextInt(threads);
    if (other != t && started[other] && !locks.holdsAny(other)) {
      ended[other] = true;
      state(other).endedFor(state(t), true, 0);
      reference.join(t, other);
    }
  }
}
