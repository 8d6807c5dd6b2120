package com.example.executors;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

// clean
/** Collecting is the stream's own business. */
public final class ParallelStreamCollect {
  private ParallelStreamCollect() {}

  /** Starts here. */
  public static void main(String[] args) {
    int[] offset = {1};
    List<int[]> cells =
        IntStream.range(0, 1000)
            .parallel()
            .mapToObj(i -> new int[] {i + offset[0]})
            .collect(Collectors.toList());
    long sum = cells.parallelStream().mapToLong(cell -> cell[0]).sum();
    int[] prefix = new int[100];
    Arrays.parallelSetAll(prefix, i -> i);
    System.out.println("sum " + sum + " " + prefix[99]);
  }
}
