package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks, ranges and elements, against a reference that knows single elements only. */
class ArrayShadowTest {
  private static final int TRACES = 400;
  private static final int EVENTS = 60;
  private static final int LENGTH = 200;

  @BeforeEach
  void begin() {
    Given.noRaces();
  }

  @Test
  void randomAccessesEqualThoseOfSingleElements() {
    int racy = 0;
    for (int i = 0; i < TRACES; i++) {
      racy += new Trace(i).run() ? 1 : 0;
    }
    assertThat(racy).isBetween(TRACES / 10, TRACES - 1);
  }

  private static final class Trace {
    private final int seed;
    private final Random random;
    private final ThreadState[] threads;
    private final ReferenceDetector reference;
    private final SyncClock[] clocks = {new SyncClock((byte) 2), new SyncClock((byte) 2)};
    private final int[][] arrays = {new int[LENGTH], new int[LENGTH]};
    private final Set<Integer> raced = new HashSet<>();

    Trace(int seed) {
      this.seed = seed;
      random = new Random(seed);
      threads = new ThreadState[2 + random.nextInt(3)];
      for (int i = 0; i < threads.length; i++) {
        threads[i] = Given.thread();
      }
      reference = new ReferenceDetector(threads.length);
      Given.noRaces();
    }

    boolean run() {
      for (int i = 0; i < EVENTS; i++) {
        int t = random.nextInt(threads.length);
        if (random.nextInt(3) > 0) {
          synchronise(t, clocks[random.nextInt(clocks.length)]);
        } else {
          access(t);
        }
      }
      return !raced.isEmpty();
    }

    private void synchronise(int t, SyncClock clock) {
      clock.acquire(threads[t], 0, null);
      reference.acquire(t, clock);
      clock.release(threads[t]);
      reference.release(t, clock);
    }

    private void access(int t) {
      int site = Given.element();
      int before = Races.table.size();
      List<Integer> first = new ArrayList<>();
      Set<Integer> all = new HashSet<>();
      int array = random.nextInt(2);
      int from = edge();
      int to = edge();
      switch (random.nextInt(4)) {
        case 0:
          Hooks.readElement(arrays[array], from, threads[t], site);
          expect(t, array, from, from + 1, false, site, first, all);
          break;
        case 1:
          Hooks.writeElement(arrays[array], from, threads[t], site);
          expect(t, array, from, from + 1, true, site, first, all);
          break;
        case 2:
          boolean writes = random.nextBoolean();
          range(arrays[array], Math.min(from, to), Math.max(from, to), writes, t, site);
          expect(t, array, Math.min(from, to), Math.max(from, to), writes, site, first, all);
          break;
        default:
          int length = Math.min(Math.abs(from - to), LENGTH - Math.max(from, to));
          Hooks.arraycopy(arrays[array], from, arrays[1 - array], to, length, threads[t], site);
          expect(t, array, from, from + length, false, site, first, all);
          expect(t, 1 - array, to, to + length, true, site, first, all);
      }
      compare(site, before, first, all);
    }

    private void range(int[] array, int from, int to, boolean writes, int t, int site) {
      if (writes) {
        Hooks.writeRange(array, from, to, threads[t], site);
      } else {
        Hooks.readRange(array, from, to, threads[t], site);
      }
    }

    /** Often the edge of a block: whole blocks are kept as one. */
    private int edge() {
      int any = random.nextInt(LENGTH);
      return random.nextBoolean() ? any : any / ArrayShadow.BLOCK * ArrayShadow.BLOCK;
    }

    private void expect(
        int t,
        int array,
        int from,
        int to,
        boolean writes,
        int site,
        List<Integer> first,
        Set<Integer> all) {
      for (int i = from; i < to; i++) {
        int variable = array * LENGTH + i;
        List<Integer> races = reference.access(t, variable, writes, site);
        all.addAll(races);
        if (!races.isEmpty() && raced.add(variable)) {
          first.addAll(races);
        }
      }
    }

    private void compare(int site, int before, List<Integer> first, Set<Integer> all) {
      Set<Integer> found = new HashSet<>();
      for (int earlier : all) {
        if (Given.raced(earlier, site)) {
          found.add(earlier);
        }
      }
      int added = Races.table.size() - before;
      assertThat(found.size()).as("false alarm, seed %d", seed).isBetween((added + 1) / 2, added);
      if (!first.isEmpty()) {
        assertThat(found).as("missed race, seed %d", seed).containsAnyElementsOf(first);
      }
    }
  }

  @Test
  void oneSideOfTwoAccessesAlwaysSeesTheOther() throws Exception {
    for (int i = 0; i < 300; i++) {
      int[] array = new int[LENGTH];
      int whole = Given.element();
      int single = Given.element();
      int split = Given.element();
      ThreadState[] threads = {Given.thread(), Given.thread(), Given.thread()};
      Given.inParallel(
          3,
          n -> {
            if (n == 0) {
              Hooks.writeRange(array, 0, LENGTH, threads[0], whole);
            } else if (n == 1) {
              Hooks.writeElement(array, 70, threads[1], single);
            } else {
              Hooks.readRange(array, 10, 70, threads[2], split);
            }
          });
      assertThat(Given.raced(whole, single) || Given.raced(single, whole)).isTrue();
      assertThat(Given.raced(whole, split) || Given.raced(split, whole)).isTrue();
      assertThat(Given.raced(single, split) || Given.raced(split, single)).isFalse();
    }
  }

  @Test
  void neighboursNeverInterfere() {
    byte[] array = new byte[3];
    ThreadState[] threads = {Given.thread(), Given.thread(), Given.thread()};
    for (int i = 0; i < 3; i++) {
      Hooks.writeElement(array, i, threads[i], Given.element());
    }
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void rangesAreClippedToTheArray() {
    int[] array = new int[10];
    Hooks.writeRange(array, -5, Integer.MAX_VALUE, Given.thread(), Given.element());
    Hooks.writeRange(array, 3, 3, Given.thread(), Given.element());
    Hooks.writeRange(array, 7, 2, Given.thread(), Given.element());
    Hooks.readRange(new int[0], 0, 5, Given.thread(), Given.element());
    Hooks.readRange(null, 0, 5, Given.thread(), Given.element());
    Hooks.readElement(null, 0, Given.thread(), Given.element());
    assertThat(Races.table.size()).isZero();
    int late = Given.element();
    Hooks.readElement(array, 9, Given.thread(), late);
    assertThat(Races.table.size()).isEqualTo(1);
    assertThat(Faults.count()).isZero();
  }

  @Test
  void anArrayFilledInOneEpochIsOneStateABlock() {
    long[] array = new long[6400];
    ThreadState t = Given.thread();
    Hooks.writeRange(array, 0, array.length, t, Given.element());
    ArrayShadow shadow = ArrayShadow.of(array, t, Given.element());
    for (Object block : shadow.blocks) {
      assertThat(block).isSameAs(shadow.blocks[0]).isInstanceOf(Shadow.class);
    }
  }

  @Test
  void aCloneReadsTheOriginal() {
    int[] array = new int[100];
    int write = Given.element();
    int clone = Given.element();
    Hooks.writeElement(array, 99, Given.thread(), write);
    Hooks.cloned(array.clone(), array, Given.thread(), clone);
    assertThat(Given.raced(write, clone)).isTrue();
  }
}
