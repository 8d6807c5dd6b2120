package com.example.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Accesses, locks and collections, by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Operations {
  private static final int COUNT = 1000;
  private static final int READS = 2 * COUNT;
  private static final int LOOP = 4096;
  private static final int RANDOM = 1 << 20;
  private static final int SIDE = 64;
  private static final int ELEMENTS = SIDE * SIDE;
  private static final int LOCKS = 100_000;
  private static final int SHORT = 8;

  private final Node ring = Node.ring(SIDE);
  private final int[] loop = new int[LOOP];
  private final int[] random = new int[RANDOM];
  private final double[][] grid = new double[SIDE][SIDE];
  private final Object lock = new Object();
  private final Object[] locks = new Object[LOCKS];
  private final List<Integer> list = new ArrayList<>();
  private final Map<Integer, Integer> map = new HashMap<>();
  private final StringBuilder text = new StringBuilder(COUNT);
  private int[] kept;
  private volatile int flag;

  /** Fills what is read. */
  public Operations() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
    for (int i = 0; i < COUNT; i++) {
      list.add(i);
      map.put(i, i);
    }
  }

  /** Two fields of objects that were accessed before in the same epoch. */
  @Benchmark
  @OperationsPerInvocation(READS)
  public long field() {
    long sum = 0;
    Node node = ring;
    for (int i = 0; i < COUNT; i++) {
      sum += node.value;
      node = node.next;
    }
    return sum;
  }

  /** An array in a counted loop. */
  @Benchmark
  @OperationsPerInvocation(LOOP)
  public int arrayLoop() {
    int sum = 0;
    for (int i = 0; i < loop.length; i++) {
      sum += loop[i];
    }
    return sum;
  }

  /** Elements of 4 MiB at random. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int arrayRandom() {
    int sum = 0;
    int at = sum + flag;
    for (int i = 0; i < COUNT; i++) {
      at = at * 1664525 + 1013904223;
      sum += random[at >>> 12];
    }
    return sum;
  }

  /** {@code a[i][j]}, row by row. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public double arrayOfArrays() {
    double sum = 0;
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        sum += grid[i][j];
      }
    }
    return sum;
  }

  /** A volatile field is read. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int volatileRead() {
    int sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += flag;
    }
    return sum;
  }

  /** A volatile field is written. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void volatileWrite() {
    for (int i = 0; i < COUNT; i++) {
      flag = i;
    }
  }

  /** A monitor is taken and given back. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int monitor() {
    int sum = 0;
    for (int i = 0; i < COUNT; i++) {
      synchronized (lock) {
        sum += i;
      }
    }
    return sum;
  }

  /** One of 100,000 monitors. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int monitors() {
    int sum = 0;
    long at = flag;
    for (int i = 0; i < COUNT; i++) {
      at = (at + 7919) % LOCKS;
      synchronized (locks[(int) at]) {
        sum += i;
      }
    }
    return sum;
  }

  /** An object with two fields. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void newObject(Blackhole hole) {
    for (int i = 0; i < COUNT; i++) {
      hole.consume(new Pair(i, i));
    }
  }

  /** A short array that never leaves its method. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int newArrayInside() {
    int sum = 0;
    for (int i = 0; i < COUNT; i++) {
      int[] values = new int[SHORT];
      for (int j = 0; j < SHORT; j++) {
        values[j] = i + j;
      }
      for (int j = 0; j < SHORT; j++) {
        sum += values[j];
      }
    }
    return sum;
  }

  /** A short array that a field keeps. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void newArrayKept() {
    for (int i = 0; i < COUNT; i++) {
      int[] values = new int[SHORT];
      for (int j = 0; j < SHORT; j++) {
        values[j] = i + j;
      }
      kept = values;
    }
  }

  /** {@code ArrayList.get}. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int listGet() {
    int sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += list.get(i);
    }
    return sum;
  }

  /** {@code HashMap.get}. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int mapGet() {
    int sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += map.get(i);
    }
    return sum;
  }

  /** {@code StringBuilder.append} of a character. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int append() {
    text.setLength(0);
    for (int i = 0; i < COUNT; i++) {
      text.append('x');
    }
    return text.length();
  }

  private static final class Node {
    private int value;
    private Node next;

    static Node ring(int size) {
      Node first = new Node();
      Node last = first;
      for (int i = 1; i < size; i++) {
        Node node = new Node();
        node.value = i;
        last.next = node;
        last = node;
      }
      last.next = first;
      return first;
    }
  }

  private static final class Pair {
    private int left;
    private int right;

    Pair(int left, int right) {
      this.left = left;
      this.right = right;
    }
  }
}
