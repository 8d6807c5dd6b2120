package com.example.executors;

import com.example.support.OrderRwIgnored;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

// api-race: java.util.ArrayList
/** The elements of a parallel forEach are not ordered among themselves. */
public final class ParallelStreamList {
  private ParallelStreamList() {}

  /** Starts here. */
  public static void main(String[] args) {
    OrderRwIgnored order = new OrderRwIgnored();
    List<Integer> squares = new ArrayList<>();
    IntStream.range(0, 2)
        .parallel()
        .forEach(
            i -> {
              order.arrive(2);
              squares.add(i * i); // racy
              order.step();
            });
    System.out.println("size " + squares.size());
  }
}
