package io.racewatch.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against maps, which are slow and plainly right. */
class VectorClockTest {
  private static final int ROUNDS = 200;
  private static final int STEPS = 200;
  private static final int CLOCKS = 5;

  /** Chunks below 64 and above are kept differently. */
  private static final int[] SLOTS = {0, 1, 31, 32, 63, 64, 500, 2047, 2048, 2049, 5000};

  /** What a release left behind: chunks that nobody may write to any more. */
  private record Shared(int[][] chunks, Map<Integer, Integer> copy) {}

  @Test
  void operationsEqualThoseOnMaps() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      round(new Random(seed), seed);
    }
  }

  private static void round(Random random, int seed) {
    VectorClock[] clocks = new VectorClock[CLOCKS];
    List<Map<Integer, Integer>> maps = new ArrayList<>();
    for (int i = 0; i < CLOCKS; i++) {
      clocks[i] = new VectorClock();
      maps.add(new HashMap<>());
    }
    List<Shared> shared = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      int i = random.nextInt(CLOCKS);
      switch (random.nextInt(3)) {
        case 0:
          int slot = SLOTS[random.nextInt(SLOTS.length)];
          int value = 1 + random.nextInt(50);
          clocks[i].raise(slot, value);
          maps.get(i).merge(slot, value, Math::max);
          break;
        case 1:
          shared.add(new Shared(clocks[i].share(), Map.copyOf(maps.get(i))));
          break;
        default:
          if (!shared.isEmpty()) {
            Shared other = shared.get(random.nextInt(shared.size()));
            clocks[i].join(other.chunks);
            other.copy.forEach((k, v) -> maps.get(i).merge(k, v, Math::max));
          }
      }
      check(clocks[i], maps.get(i), seed);
    }
    for (Shared s : shared) {
      check(s, seed);
    }
  }

  private static void check(VectorClock clock, Map<Integer, Integer> map, int seed) {
    for (int slot : SLOTS) {
      assertThat(clock.get(slot)).as("seed %d", seed).isEqualTo(map.getOrDefault(slot, 0));
    }
  }

  private static void check(Shared s, int seed) {
    VectorClock clock = new VectorClock();
    clock.join(s.chunks);
    check(clock, s.copy, seed);
  }

  @Test
  void aSmallerValueChangesNothing() {
    VectorClock clock = new VectorClock();
    clock.raise(3, 7);
    clock.raise(3, 5);
    assertThat(clock.get(3)).isEqualTo(7);
    assertThat(clock.get(4)).isZero();
    assertThat(clock.get(1_000_000)).isZero();
  }

  @Test
  void chunksThatCoverOthersAreSharedAndNotCopied() {
    VectorClock one = new VectorClock();
    one.raise(40, 9);
    int[][] chunks = one.share();
    VectorClock other = new VectorClock();
    other.raise(41, 0);
    other.join(chunks);
    assertThat(other.has(1, chunks[1])).isTrue();
    other.raise(41, 3);
    assertThat(other.has(1, chunks[1])).isFalse();
    assertThat(one.get(41)).isZero();
  }
}
