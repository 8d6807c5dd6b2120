package com.example.suite.kinds;

import com.example.suite.ThreadSafe;
import java.util.function.Supplier;

/** Objects that one thread alone has, and those that it gave away. */
@ThreadSafe
public class Owned {
  /** Has plain fields. */
  static class Point {
    int safeFresh;
    int safeFromFactory;
    int safeViaLocal;
    int safeFilled;
    int safeCloned;
    int safeInBranch;
    int safeInLoop;
    int safeChained;
    int safeReturned;
    int racyKept;
    int racyShared;
    Point next;

    Point with(int value) {
      safeChained = value;
      return this;
    }
  }

  private Point racyField;
  private volatile Point safePublished;
  private final Point safeFinal = new Point();
  private int safeConstructed;
  private int safeInitHelper;
  private int racyStepped;
  private Point held = new Point();
  private static Point racyGlobal;
  private final Object lock = new Object();
  private int safeParameterless;

  public Owned() {
    safeConstructed = 3;
    init();
  }

  private void init() {
    safeInitHelper = 4;
  }

  public int readConstructed() {
    return safeConstructed + safeInitHelper;
  }

  public int fresh() {
    Point point = new Point();
    point.safeFresh = 1;
    return point.safeFresh;
  }

  public int factory() {
    Point point = make();
    point.safeFromFactory = 2;
    return point.safeFromFactory;
  }

  private static Point make() {
    return new Point();
  }

  public int viaLocal(boolean which) {
    Point point = new Point();
    Point other = point;
    other.safeViaLocal = 1;
    if (which) {
      other.safeInBranch = 2;
    } else {
      point.safeInBranch = 3;
    }
    return point.safeViaLocal + other.safeInBranch;
  }

  public int filled() {
    Point point = new Point();
    fill(point);
    return point.safeFilled;
  }

  private static void fill(Point point) {
    point.safeFilled = 7;
  }

  public int loop() {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      Point point = new Point();
      point.safeInLoop = i;
      sum += point.safeInLoop;
    }
    return sum;
  }

  public Point chained() {
    return new Point().with(3).with(4);
  }

  public Point returned() {
    Point point = new Point();
    point.safeReturned = 9;
    return point;
  }

  public int supplied() {
    Supplier<Point> maker = Point::new;
    Point point = maker.get();
    point.safeCloned = 1;
    return point.safeCloned;
  }

  public void setField(Point point) {
    racyField = point;
  }

  public Point getField() {
    return racyField;
  }

  public void publish() {
    Point point = new Point();
    point.next = new Point();
    safePublished = point;
  }

  public boolean published() {
    return safePublished != null;
  }

  public Point fixed() {
    return safeFinal;
  }

  public void step() {
    racyStepped++;
  }

  public void keep() {
    held.racyKept++;
  }

  public static void global() {
    racyGlobal = new Point();
  }

  public static Point getGlobal() {
    return racyGlobal;
  }

  public void sharedUnder() {
    synchronized (lock) {
      held.racyShared = 1;
    }
  }

  public int sharedWithout() {
    return held.racyShared;
  }

  public int local() {
    int counter = 0;
    for (int i = 0; i < 4; i++) {
      counter += i;
    }
    return counter + safeParameterless;
  }
}
