package com.example.suite.kinds;

import com.example.suite.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that have several names, or are one of many. */
public class Named {
  private final Object lock = new Object();
  private final Object alias = lock;
  private final Object given;
  private final Object givenToo;
  private static final Object SHARED = new Object();
  private final Object shared = SHARED;
  private final Lock explicit = new ReentrantLock();
  private final Lock sameExplicit = explicit;
  private final Object other = new Object();

  private int safeByAlias;
  private int safeByGiven;
  private int safeByStatic;
  private int safeByExplicit;
  private int racyByOther;

  @GuardedBy("lock")
  private int racyOfAnother;

  @GuardedBy("this")
  private int racyUnderMine;

  @GuardedBy("lock")
  private int safeOfAnother;

  @GuardedBy("this")
  private int safeOfArgument;

  private Named next;

  /** With the lock of somebody else. */
  public Named(Object lock) {
    given = lock;
    givenToo = lock;
  }

  public void one() {
    synchronized (lock) {
      safeByAlias++;
    }
    synchronized (given) {
      safeByGiven++;
    }
    synchronized (SHARED) {
      safeByStatic++;
    }
    explicit.lock();
    try {
      safeByExplicit++;
    } finally {
      explicit.unlock();
    }
    synchronized (lock) {
      racyByOther++;
    }
  }

  public void two() {
    synchronized (alias) {
      safeByAlias++;
    }
    synchronized (givenToo) {
      safeByGiven++;
    }
    synchronized (shared) {
      safeByStatic++;
    }
    sameExplicit.lock();
    try {
      safeByExplicit++;
    } finally {
      sameExplicit.unlock();
    }
    synchronized (other) {
      racyByOther++;
    }
  }

  /** The lock is this object's, the field that of the next one. */
  public int ofAnother() {
    synchronized (lock) {
      return next.racyOfAnother;
    }
  }

  public synchronized int underMine(Named that) {
    return that.racyUnderMine;
  }

  public int rightOne() {
    Named at = next;
    synchronized (at.lock) {
      return at.safeOfAnother;
    }
  }

  /** The same of an argument. */
  public int ofArgument(Named that) {
    synchronized (that) {
      return that.safeOfArgument;
    }
  }

  /** Each key has a lock of its own, so they neither guard one field nor deadlock as one. */
  public static class LiveStripes {
    private static final Object[] STRIPES = {new Object(), new Object()};
    private static final Map<String, Lock> LOCKS = new ConcurrentHashMap<>();
    private final Object inner = new Object();

    private static Object stripe(int key) {
      return STRIPES[key % STRIPES.length];
    }

    public void first(int key) {
      synchronized (stripe(key)) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }

    public void second(String key) {
      Lock mine = LOCKS.computeIfAbsent(key, any -> new ReentrantLock());
      synchronized (inner) {
        mine.lock();
        try {
          inner.hashCode();
        } finally {
          mine.unlock();
        }
      }
    }
  }

  /** A helper that takes and gives back, called in each round. */
  public static class LiveRounds {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int count;

    private void with(Lock one) {
      one.lock();
      try {
        count++;
      } finally {
        one.unlock();
      }
    }

    private void take(Lock one) {
      one.lock();
    }

    private void give(Lock one) {
      one.unlock();
    }

    /** One after the other, never both. */
    public void rounds(int times) {
      for (int i = 0; i < times; i++) {
        with(i % 2 == 0 ? left : right);
        with(right);
        with(left);
      }
    }

    /** The same by two calls. */
    public void byTwoCalls(int times) {
      for (int i = 0; i < times; i++) {
        take(left);
        give(left);
        take(right);
        give(right);
      }
    }

    /** And the other way round. */
    public void back(int times) {
      for (int i = 0; i < times; i++) {
        take(right);
        give(right);
        take(left);
        give(left);
      }
    }
  }

  /** Asks whether the thread is its own, so that who uses its fields is known only to itself. */
  public static class Loop {
    private Thread thread;
    private int safeInLoop;

    private boolean inEventLoop() {
      return Thread.currentThread() == thread;
    }

    public void begin() {
      thread = new Thread(() -> safeInLoop++);
      thread.start();
    }

    public void step() {
      if (inEventLoop()) {
        safeInLoop++;
      }
    }
  }

  /** One method for several actions; its fields are their arguments. */
  public static class Actions {
    private int safeArgument;

    public synchronized Object first(int argument) {
      safeArgument = argument;
      return run();
    }

    public Object second() {
      return run();
    }

    public Object run() {
      return safeArgument;
    }
  }

  /** A dispatcher asks its taxis while a taxi tells its dispatcher. */
  public static class DeadTaxi {
    private final DeadDispatcher dispatcher;
    private int place;

    public DeadTaxi(DeadDispatcher dispatcher) {
      this.dispatcher = dispatcher;
    }

    public synchronized int place() {
      return place;
    }

    /** Holds the taxi and asks for the dispatcher. */
    public synchronized void move(int to) {
      place = to;
      dispatcher.arrived(this);
    }
  }

  /** Holds itself and asks for its taxis. */
  public static class DeadDispatcher {
    private final List<DeadTaxi> taxis = new ArrayList<>();

    public synchronized void arrived(DeadTaxi taxi) {
      taxis.add(taxi);
    }

    public synchronized int image() {
      int sum = 0;
      for (DeadTaxi each : taxis) {
        sum += each.place();
      }
      return sum;
    }
  }

  /** Asks its parts, which never ask it. */
  public static class LiveWholeOfMany {
    private final List<LivePartOfMany> parts = new ArrayList<>();

    public synchronized int sum() {
      int sum = 0;
      for (LivePartOfMany each : parts) {
        sum += each.value();
      }
      return sum;
    }
  }

  /** A part. */
  public static class LivePartOfMany {
    private int value;

    public synchronized int value() {
      return value;
    }
  }

  /** Made by a factory that links the two. */
  public static class DeadMadeLeft {
    private DeadMadeRight right;

    /** Makes both. */
    public static DeadMadeLeft make() {
      DeadMadeLeft left = new DeadMadeLeft();
      left.right = DeadMadeRight.of(left);
      return left;
    }

    DeadMadeRight right() {
      return right;
    }

    synchronized void first() {
      right.last();
    }

    synchronized void last() {
      hashCode();
    }
  }

  /** The other one. */
  public static class DeadMadeRight {
    private final DeadMadeLeft left;

    private DeadMadeRight(DeadMadeLeft left) {
      this.left = left;
    }

    static DeadMadeRight of(DeadMadeLeft left) {
      return new DeadMadeRight(left);
    }

    synchronized void first() {
      left.last();
    }

    synchronized void last() {
      hashCode();
    }
  }

  static void byFactory() {
    DeadMadeLeft left = DeadMadeLeft.make();
    DeadMadeRight right = left.right();
    new Thread(left::first).start();
    new Thread(right::first).start();
  }

  /** The two threads have a pair each. */
  static void twoPairs() {
    LiveMadeLeft left = LiveMadeLeft.make();
    LiveMadeRight right = LiveMadeLeft.make().right;
    new Thread(left::first).start();
    new Thread(right::first).start();
  }

  /** Made by a factory, too. */
  public static class LiveMadeLeft {
    private LiveMadeRight right;

    static LiveMadeLeft make() {
      LiveMadeLeft left = new LiveMadeLeft();
      left.right = new LiveMadeRight(left);
      return left;
    }

    synchronized void first() {
      right.last();
    }

    synchronized void last() {
      hashCode();
    }
  }

  /** The other one. */
  public static class LiveMadeRight {
    private final LiveMadeLeft left;

    private LiveMadeRight(LiveMadeLeft left) {
      this.left = left;
    }

    synchronized void first() {
      left.last();
    }

    synchronized void last() {
      hashCode();
    }
  }
}
