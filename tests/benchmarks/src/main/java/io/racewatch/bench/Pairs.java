package io.racewatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The runs of one program: plain and watched by turns, so that both meet the same weather. */
final class Pairs {
  private final List<Measurement> plain = new ArrayList<>();
  private final List<Measurement> watched = new ArrayList<>();

  /**
   * Runs the program.
   *
   * @throws IllegalStateException if its output or exit code changes under the agent
   */
  static Pairs of(Launch launch, List<String> program, int runs) throws Exception {
    Pairs pairs = new Pairs();
    for (int i = 0; i < runs; i++) {
      Measurement before = launch.plain(program);
      Measurement after = launch.watched(program, launch.folder());
      if (!before.output().equals(after.output()) || before.exit() != after.exit()) {
        throw new IllegalStateException(
            "the agent changed the program: " + before + " became " + after);
      }
      pairs.plain.add(before);
      pairs.watched.add(after);
    }
    return pairs;
  }

  long plain(ToLongFunction<Measurement> figure) {
    return median(plain, figure);
  }

  long watched(ToLongFunction<Measurement> figure) {
    return median(watched, figure);
  }

  private static long median(List<Measurement> runs, ToLongFunction<Measurement> figure) {
    long[] sorted = runs.stream().mapToLong(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
