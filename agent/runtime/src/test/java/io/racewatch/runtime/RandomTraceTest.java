package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random small traces: the detector reports a race exactly where the reference sees
 * the first one of a variable, and nowhere else before it; after it only true ones.
 */
class RandomTraceTest {
  private static final int TRACES = 4000;
  private static final int EVENTS = 60;
  private static final int VARIABLES = 3;
  private static final long SEED = 20261120L;

  private static final int METHOD = Sites.method("t.T", "m", "()V", "T.java");

  @Test
  void verdictsEqualThoseOfFullVectorClocks() {
    int racy = 0;
    for (int i = 0; i < TRACES; i++) {
      racy += new Trace(SEED + i).run() ? 1 : 0;
    }
    assertThat(racy).isBetween(TRACES / 10, TRACES * 95 / 100);
  }

  private static final class Trace {
    private final long seed;
    private final Random random;
    private final int threads;
    private final Thread[] objects;
    private final boolean[] started;
    private final boolean[] ended;
    private final ReferenceDetector reference;
    private final Shadow[] variables = new Shadow[VARIABLES];
    private final Object[] locks = {new Object(), new Object(), new Object()};
    private final int[] owner = {-1, -1, -1};
    private final SyncClock[] volatiles = {new SyncClock((byte) 4), new SyncClock((byte) 4)};
    private final Set<Integer> raced = new HashSet<>();

    Trace(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.threads = 2 + random.nextInt(5);
      this.objects = new Thread[threads];
      this.started = new boolean[threads];
      this.ended = new boolean[threads];
      this.reference = new ReferenceDetector(threads);
      for (int t = 0; t < threads; t++) {
        objects[t] = new Thread();
      }
      Threads.adopt(objects[0]);
      started[0] = true;
      Races.table = new RaceTable();
    }

    boolean run() {
      for (int i = 0; i < EVENTS; i++) {
        int t = random.nextInt(threads);
        if (started[t] && !ended[t]) {
          step(t);
        }
      }
      return !raced.isEmpty();
    }

    private ThreadState state(int t) {
      return Threads.of(objects[t]);
    }

    private void step(int t) {
      int kind = random.nextInt(100);
      if (kind < 45) {
        access(t, random.nextInt(VARIABLES), random.nextInt(3) == 0);
      } else if (kind < 65) {
        lock(t, random.nextInt(locks.length));
      } else if (kind < 80) {
        volatileAccess(t, random.nextInt(volatiles.length), random.nextBoolean());
      } else if (kind < 85) {
        failedCas(t, random.nextInt(volatiles.length));
      } else if (kind < 93) {
        fork(t);
      } else {
        join(t);
      }
    }

    private void access(int t, int variable, boolean write) {
      int site = Sites.add(METHOD, 1, Sites.FIELD, "t.T", "v" + variable, 0);
      List<Integer> expected = reference.access(t, variable, write, site);
      int before = Races.table.size();
      long word = Internals.element(variable);
      if (write) {
        Detector.write(variables, word, this, -1, state(t), site);
      } else {
        Detector.read(variables, word, this, -1, state(t), site);
      }
      List<Integer> found = new ArrayList<>();
      for (int earlier : expected) {
        if (Races.table.count(earlier, site) > 0) {
          found.add(earlier);
        }
      }
      int added = Races.table.size() - before;
      assertThat(added).as("false alarm, seed %d", seed).isEqualTo(found.size());
      if (!expected.isEmpty() && raced.add(variable)) {
        assertThat(found).as("missed race, seed %d", seed).isNotEmpty();
      }
    }

    private void lock(int t, int i) {
      ThreadState state = state(t);
      if (owner[i] == -1) {
        owner[i] = t;
        SyncHooks.acquire(locks[i], state, 0);
        reference.acquire(t, locks[i]);
      } else if (owner[i] == t) {
        owner[i] = -1;
        SyncHooks.release(locks[i], state, 0);
        reference.release(t, locks[i]);
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

    /** Acquires, and takes its release back. */
    private void failedCas(int t, int i) {
      int mode = VarMode.ACQUIRE | VarMode.RELEASE | VarMode.IF_DONE;
      Variables.before(volatiles[i], mode, state(t), 0);
      Variables.after(volatiles[i], false, mode, state(t), 0);
      reference.acquire(t, volatiles[i]);
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
      if (other != t && started[other] && !holdsLock(other)) {
        ended[other] = true;
        state(other).endedFor(state(t), true, 0);
        reference.join(t, other);
      }
    }

    private boolean holdsLock(int t) {
      return owner[0] == t || owner[1] == t || owner[2] == t;
    }
  }
}
