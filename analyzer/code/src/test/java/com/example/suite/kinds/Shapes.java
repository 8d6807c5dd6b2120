package com.example.suite.kinds;

import com.example.suite.ThreadSafe;
import java.util.concurrent.atomic.AtomicReference;

/** Inheritance, interfaces, inner classes, arrays and visibility. */
public class Shapes {
  private Shapes() {}

  /** The lock is in the superclass, as are some of the fields. */
  public static class Base {
    protected int safeInherited;
    protected int racyInherited;
    int racyOverridden;
    protected final Object baseLock = new Object();
    int safeUnderBase;

    public synchronized void base() {
      safeInherited++;
      racyInherited++;
      hook();
    }

    protected void hook() {}

    public void underBase() {
      synchronized (baseLock) {
        safeUnderBase++;
      }
    }
  }

  /** Uses them, not always with it. */
  public static class Derived extends Base {
    public synchronized int both() {
      return safeInherited;
    }

    public int plain() {
      return racyInherited;
    }

    @Override
    protected void hook() {
      racyOverridden++;
    }

    public void again() {
      racyOverridden--;
    }

    public int under() {
      synchronized (baseLock) {
        return safeUnderBase;
      }
    }
  }

  /** Something to do. */
  public interface Step {
    void step();
  }

  /** Called through its interface. */
  @ThreadSafe
  public static class Stepper implements Step {
    private int racyStep;
    private volatile int safeVolatile;
    private final AtomicReference<String> safeReference = new AtomicReference<>();

    @Override
    public void step() {
      racyStep++;
      safeReference.set("x");
    }

    public int read() {
      return safeVolatile;
    }
  }

  /** An inner class works on its outer one. */
  public static class Outer {
    private int safeFromInner;
    private int racyFromInner;
    private int racyFromLambda;
    private int safeFromLambda;
    private int safeUnderOuter;

    /** Inner. */
    public class Inner {
      private int racyInnerOnly;

      public void add() {
        synchronized (Outer.this) {
          safeFromInner++;
          safeUnderOuter++;
        }
        synchronized (this) {
          racyFromInner++;
        }
        racyInnerOnly++;
      }

      public synchronized int innerOnly() {
        return racyInnerOnly;
      }
    }

    public synchronized int outer() {
      return safeFromInner + racyFromInner;
    }

    public void set(int value) {
      synchronized (this) {
        racyFromInner = value;
        safeUnderOuter = value;
      }
    }

    public void lambdas() {
      Runnable inside =
          () -> {
            synchronized (this) {
              racyFromLambda++;
              safeFromLambda++;
            }
          };
      inside.run();
      racyFromLambda--;
    }

    public synchronized int lambdaRead() {
      return racyFromLambda + safeFromLambda;
    }
  }

  /** Arrays. */
  public static class Arrays {
    private final int[] cells = new int[4];
    private int[] racyArray = new int[3];
    private int safeLength;

    public synchronized void fill() {
      racyArray = new int[5];
      safeLength = cells.length;
    }

    public int[] array() {
      return racyArray;
    }

    public synchronized int length() {
      return safeLength;
    }
  }

  /** Flags and lazy values. */
  public static class Flags {
    private boolean racyStop;
    private volatile boolean safeStop;
    private final Thread worker = new Thread(this::work);

    public void start() {
      worker.start();
    }

    private void work() {
      while (!safeStop) {
        racyStop = !racyStop;
      }
    }

    public boolean stopped() {
      return racyStop;
    }

    public void stop() {
      safeStop = true;
    }
  }

  /** Who is shared is told by its own locks, not by those of others. */
  public static class NotShared {
    private int safeNobodyShares;
    private String safeName;

    public void add() {
      safeNobodyShares++;
    }

    public void name(String name) {
      safeName = name;
    }

    public String name() {
      return safeName;
    }
  }

  /** An enum with a counter. */
  public enum Mode {
    ON;

    private int racyUses;
    private final int safeWeight = 4;

    public synchronized void use() {
      racyUses++;
    }

    public int uses() {
      return racyUses + safeWeight;
    }
  }

  /** Builders and iterators are for one thread. */
  public static class Builder {
    private int safeSize;
    private final StringBuilder safeText = new StringBuilder();

    public Builder size(int size) {
      safeSize = size;
      return this;
    }

    public String build() {
      return safeText.append(safeSize).toString();
    }
  }

  /** Package-private methods are called with the lock held. */
  public static class Internals {
    private int safeInternal;

    public synchronized void run() {
      change();
    }

    void change() {
      safeInternal++;
    }

    public synchronized int read() {
      return safeInternal;
    }
  }
}
