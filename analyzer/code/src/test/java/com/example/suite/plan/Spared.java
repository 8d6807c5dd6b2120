package com.example.suite.plan;

import java.io.Serializable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Names that start with spared are in the plan. */
public class Spared {
  private static final Object LOCK = new Object();
  private final Lock lock = new ReentrantLock();
  private final ReadWriteLock both = new ReentrantReadWriteLock();
  private Object mutable = new Object();

  private int sparedByThis;
  private int sparedByLock;
  private int sparedByWriteLock;
  private static int sparedStatic = 3;
  private static int sparedByClass;
  private int sparedByStatic;
  private int readLocked;
  private int inConstructor = 4;
  private int oneOutside;
  private int byMutable;
  private int otherObject;
  private int inLambda;
  private int helped;

  public synchronized void byThis() {
    sparedByThis++;
    oneOutside++;
    inConstructor++;
    helped++;
  }

  public int outside() {
    help();
    return oneOutside;
  }

  private void help() {
    helped--;
  }

  public int byThisToo() {
    synchronized (this) {
      return sparedByThis;
    }
  }

  public void byLock() {
    lock.lock();
    try {
      sparedByLock++;
    } finally {
      lock.unlock();
    }
    both.writeLock().lock();
    try {
      sparedByWriteLock++;
    } finally {
      both.writeLock().unlock();
    }
    both.readLock().lock();
    try {
      readLocked++;
    } finally {
      both.readLock().unlock();
    }
  }

  public void statics() {
    synchronized (LOCK) {
      sparedStatic++;
      sparedByStatic++;
    }
    synchronized (Spared.class) {
      sparedByClass++;
    }
    synchronized (mutable) {
      byMutable++;
      mutable = new Object();
    }
  }

  public synchronized void other(Spared other) {
    other.otherObject++;
    Runnable later = () -> inLambda++;
    later.run();
  }

  /** What only the initialiser sets is there before anybody else sees it. */
  public static class Fixed {
    private static int[] sparedTable = {1, 2};
    private static int sparedSize;
    private static int grown = 1;
    private static int filledByAnother;

    static {
      sparedSize = sparedTable.length;
    }

    public static int size() {
      return sparedSize + sparedTable[0] + grown;
    }

    public static void grow() {
      grown++;
    }
  }

  /** Its initialiser is not that of the class whose field it sets. */
  public static class Filler {
    private static final int OURS;

    static {
      Fixed.filledByAnother = 3;
      OURS = Fixed.filledByAnother;
    }

    public static int get() {
      return OURS;
    }
  }

  /** The JDK reads the fields of serialised objects itself. */
  public static class Stored implements Serializable {
    private static final long serialVersionUID = 1;
    private int count;

    public synchronized void add() {
      count++;
    }
  }

  /** Its nest mate uses its field. */
  public static class Nested {
    private int used;
    private int sparedNested;

    public synchronized void add() {
      used++;
      sparedNested++;
    }
  }

  public static void use(Nested nested) {
    nested.used++;
    synchronized (nested) {
      nested.sparedNested++;
    }
  }
}
