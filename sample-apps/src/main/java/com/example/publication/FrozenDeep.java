package com.example.publication;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

// race: order
// race: pair
// race: line
// race: table
// race: task
/** Whatever a final field leads to was complete at the end of the constructor (JLS 17.5). */
public final class FrozenDeep {
  private static Order order;
  private static Pair pair;
  private static Line line;
  private static Table table;
  private static IntSupplier task;

  private FrozenDeep() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(FrozenDeep::publish, FrozenDeep::consume);
  }

  private static void publish() {
    order = new Order(new Point(3, 4)); // racy
    int[] numbers = new int[4];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i * i;
    }
    pair = new Pair(1, numbers); // racy
    line = new Line(5); // racy
    table = new Table(); // racy
    Box box = new Box();
    box.value = 42;
    task = () -> box.value; // racy
  }

  private static void consume() {
    int sum = order.point.getX() + order.point.inner.depth(); // racy
    sum += pair.numbers()[2]; // racy
    sum += line.last(); // racy
    sum += table.count("b"); // racy
    sum += task.getAsInt(); // racy
    System.out.println("sum " + sum);
  }

  private static final class Order {
    private final Point point;

    Order(Point point) {
      this.point = point;
    }
  }

  private static final class Point {
    private int x;
    private Inner inner;

    Point(int x, int y) {
      this.x = x;
      this.inner = new Inner(y);
    }

    int getX() {
      return x;
    }
  }

  private static final class Inner {
    private int depth;

    Inner(int depth) {
      this.depth = depth;
    }

    int depth() {
      return depth;
    }
  }

  private record Pair(int count, int[] numbers) {}

  private static final class Line {
    private final List<Point> points = new ArrayList<>();

    Line(int count) {
      for (int i = 0; i < count; i++) {
        points.add(new Point(i, i));
      }
    }

    int last() {
      return points.get(points.size() - 1).getX();
    }
  }

  private static final class Table {
    private final Entry[] entries = new Entry[2];

    Table() {
      fill("a", 0);
      fill("b", 1);
    }

    private void fill(String key, int at) {
      Entry entry = new Entry();
      entry.key = key;
      entry.count = at + 1;
      entries[at] = entry;
    }

    int count(String key) {
      for (Entry entry : entries) {
        if (entry.key.equals(key)) {
          return entry.count;
        }
      }
      return 0;
    }
  }

  private static final class Entry {
    private String key;
    private int count;
  }

  private static final class Box {
    private int value;
  }
}
