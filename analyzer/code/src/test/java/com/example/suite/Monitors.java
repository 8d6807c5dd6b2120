package com.example.suite;

import java.util.List;

/** Monitors, on whatever object. */
public class Monitors {
  private int racyGetter;
  private int safeBoth;
  private int racySetter;
  private int racyAfter;
  private int safeWithin;
  private int safeHelped;
  private int racyHelped;
  private int safeFirst = 7;
  private static int racyStatic;
  private static int safeStatic;
  private static int safeClass;
  private int safeLocalAlias;
  private int safeOwn;
  private final Object lock = new Object();
  private final Object other = new Object();
  private int racyTwoLocks;
  private int safeNested;
  private int safeLambda;
  private int safeReadOnly = 3;

  public Monitors() {
    safeBoth = 1;
    safeNested = 2;
  }

  public synchronized void setGetter(int v) {
    racyGetter = v;
    safeBoth = v;
  }

  public int getGetter() {
    return racyGetter;
  }

  public synchronized int both() {
    return safeBoth;
  }

  public void setSetter(int v) {
    racySetter = v;
  }

  public synchronized int getSetter() {
    return racySetter;
  }

  public synchronized void bumpSetter() {
    racySetter++;
  }

  public void after() {
    synchronized (lock) {
      safeWithin++;
    }
    racyAfter++;
  }

  public int within() {
    synchronized (lock) {
      racyAfter = 0;
      return safeWithin + racyAfter;
    }
  }

  public void helpers() {
    synchronized (lock) {
      help();
      helpMore();
    }
  }

  public int helped() {
    synchronized (lock) {
      return safeHelped + racyHelped;
    }
  }

  public void helpersAlone() {
    helpMore();
  }

  private void help() {
    safeHelped++;
  }

  private void helpMore() {
    racyHelped++;
  }

  public synchronized void bumpStatic() {
    racyStatic++;
  }

  public static synchronized int readStatic() {
    return racyStatic + safeStatic;
  }

  public static synchronized void bumpSafe() {
    safeStatic++;
  }

  public void bumpClass() {
    synchronized (Monitors.class) {
      safeClass++;
    }
  }

  public static synchronized int readClass() {
    return safeClass;
  }

  public void alias() {
    Object mine = lock;
    synchronized (mine) {
      safeLocalAlias++;
    }
  }

  public int aliased() {
    synchronized (lock) {
      return safeLocalAlias;
    }
  }

  public void own() {
    synchronized (this) {
      safeOwn++;
    }
  }

  public synchronized int owned() {
    return safeOwn;
  }

  public void one() {
    synchronized (lock) {
      racyTwoLocks++;
    }
  }

  public int two() {
    synchronized (other) {
      return racyTwoLocks;
    }
  }

  public void nested() {
    synchronized (lock) {
      synchronized (other) {
        safeNested++;
      }
    }
  }

  public int nestedOnce() {
    synchronized (other) {
      return safeNested;
    }
  }

  public void each(List<String> list) {
    synchronized (lock) {
      list.forEach(each -> safeLambda += each.length());
    }
  }

  public int lambda() {
    synchronized (lock) {
      return safeLambda;
    }
  }

  public int first() {
    return safeFirst + safeReadOnly;
  }

  public synchronized int firstAgain() {
    return safeFirst + safeReadOnly;
  }

  /** A subclass that forgets the lock of its parent. */
  public static class Child extends Parent {
    public void forget() {
      racyParent++;
    }

    public synchronized void remember() {
      safeParent++;
    }
  }

  /** Guards with its own monitor. */
  public static class Parent {
    protected int racyParent;
    protected int safeParent;

    public synchronized int parent() {
      racyParent++;
      return racyParent + safeParent;
    }

    public synchronized void more() {
      safeParent++;
    }
  }

  /** An inner class that takes the lock of the outer one. */
  public class Inner {
    private int safeInner;
    private int racyInner;

    public void bump() {
      synchronized (lock) {
        safeInner++;
        racyInner++;
      }
    }

    public int inner() {
      synchronized (lock) {
        return safeInner;
      }
    }

    public int innerBare() {
      return racyInner;
    }
  }

  /** Waits for a condition. */
  public static class Waiting {
    private boolean safeReady;
    private boolean racyReady;

    public synchronized void await() throws InterruptedException {
      while (!safeReady) {
        wait();
      }
    }

    public synchronized void ready() {
      safeReady = true;
      racyReady = true;
      notifyAll();
    }

    public boolean isReady() {
      return racyReady;
    }
  }

  /** Not meant for threads: no lock, no thread, no annotation. */
  public static class Plain {
    private int safePlain;
    private long safeLong;

    public void set(int v) {
      safePlain = v;
      safeLong += v;
    }

    public long get() {
      return safePlain + safeLong;
    }
  }

  /** Objects that a method made are its own. */
  public static class Owner {
    private final Object lock = new Object();
    private Cell safeCell = new Cell();

    public Cell make(int v) {
      Cell cell = new Cell();
      cell.safeValue = v;
      return cell;
    }

    public void put(int v) {
      Cell cell = make(v);
      cell.safeValue++;
      synchronized (lock) {
        safeCell = cell;
      }
    }

    public Cell get() {
      synchronized (lock) {
        return safeCell;
      }
    }
  }

  /** Holds a value. */
  public static class Cell {
    int safeValue;
  }

  /** The lock of a container guards what it contains. */
  public static class Chain {
    private Link head = new Link();

    public synchronized void add() {
      head.safeNext++;
      head.racyNext++;
    }

    public synchronized int next() {
      return head.safeNext + head.racyNext;
    }

    public int bare() {
      return head.racyNext;
    }
  }

  private static class Link {
    int safeNext;
    int racyNext;
  }
}
